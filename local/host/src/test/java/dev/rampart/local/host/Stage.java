package dev.rampart.local.host;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** A directory with the runtime's jars and a function jar made from the test handlers. */
record Stage(Path directory) {
  private static final List<Class<?>> RUNTIME =
      List.of(
          AWSLambda.class,
          RequestStreamHandler.class,
          PojoSerializer.class,
          SdkInternalThreadLocal.class);

  /** As in a deployed jar, the interfaces of its handler come with the function. */
  private static final List<Class<?>> FUNCTION =
      List.of(
          PuppetHandler.class,
          BrokenHandler.class,
          RequestStreamHandler.class,
          Context.class,
          LambdaLogger.class,
          CognitoIdentity.class,
          ClientContext.class);

  static Stage set(Path directory) throws IOException, URISyntaxException {
    Path jars = Files.createDirectories(directory.resolve("runtime"));
    for (Class<?> type : RUNTIME) {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(jar, jars.resolve(jar.getFileName()));
    }
    Stage stage = new Stage(directory);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(stage.jar()))) {
      for (Class<?> type : FUNCTION) {
        add(jar, type);
      }
    }
    return stage;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(entry));
    try (InputStream bytes = type.getResourceAsStream("/" + entry)) {
      bytes.transferTo(jar);
    }
  }

  Path jar() {
    return directory.resolve("function.jar");
  }

  Path log() {
    return directory.resolve("function.log");
  }

  HostSettings settings(Runtimes runtime) {
    return settings(runtime, Optional.empty());
  }

  HostSettings settings(Runtimes runtime, Optional<FunctionClock> clock) {
    return settings(runtime, clock, false);
  }

  /** The settings of processes that send their ids with what they call. */
  HostSettings withSessionTokens(Runtimes runtime) {
    return settings(runtime, Optional.empty(), true);
  }

  private HostSettings settings(
      Runtimes runtime, Optional<FunctionClock> clock, boolean sessionTokens) {
    return new HostSettings(
        directory.resolve("runtime"),
        directory.resolve("work"),
        "eu-west-1",
        runtime,
        clock,
        sessionTokens);
  }

  FunctionSpec function(Class<?> handler, Duration timeout, int concurrencyMax, Duration waitMax) {
    return new FunctionSpec(
        "Puppet",
        "arn:aws:lambda:eu-west-1:000000000000:function:Puppet:live",
        jar(),
        handler.getName(),
        256,
        timeout,
        concurrencyMax,
        waitMax,
        Integer.MAX_VALUE,
        1,
        Map.of("COLOUR", "blue"),
        log());
  }

  /** The puppet, with room for so many events that are at work or wait. */
  FunctionSpec reserved(int events) {
    FunctionSpec all = puppet();
    return new FunctionSpec(
        all.name(),
        all.arn(),
        all.jar(),
        all.handler(),
        all.memoryMegabytes(),
        all.timeout(),
        all.concurrencyMax(),
        all.waitMax(),
        events,
        all.warm(),
        all.environment(),
        all.log());
  }

  FunctionSpec puppet() {
    return function(PuppetHandler.class, Duration.ofSeconds(60), 1, Duration.ofSeconds(60));
  }

  static byte[] event(String text) {
    return ('"' + text + '"').getBytes(StandardCharsets.UTF_8);
  }

  static String text(InvocationResult invocation) {
    return switch (invocation) {
      case InvocationResult.Answered(byte[] payload) ->
          new String(payload, StandardCharsets.UTF_8).replace("\"", "");
      case InvocationResult.Unavailable(String reason) -> "unavailable: " + reason;
      case InvocationResult.NotStarted(String type, String reason) ->
          "not started, " + type + ": " + reason;
      case InvocationResult.Failure failure -> failure.reason();
    };
  }
}
