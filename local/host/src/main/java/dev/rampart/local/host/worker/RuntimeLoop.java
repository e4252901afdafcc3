package dev.rampart.local.host.worker;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lambda's runtime loop in plain Java, for machines that AWS's client has no native library for.
 * Takes stream handlers alone. Needs nothing but {@code aws-lambda-java-core}, which the function
 * brings.
 */
public final class RuntimeLoop {
  private static final String BASE =
      "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

  private final RequestStreamHandler handler;

  private RuntimeLoop(RequestStreamHandler handler) {
    this.handler = handler;
  }

  private record Event(LoopContext context, byte[] payload) {}

  /** Loads the handler named first and feeds it for ever. */
  public static void main(String[] args) throws IOException {
    RequestStreamHandler handler;
    try {
      handler =
          Class.forName(args[0])
              .asSubclass(RequestStreamHandler.class)
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      post("init/error", error(cause), cause.getClass().getName());
      System.exit(1);
      return;
    }
    RuntimeLoop loop = new RuntimeLoop(handler);
    while (true) {
      loop.serve(next());
    }
  }

  private void serve(Event event) throws IOException {
    String path = "invocation/" + event.context().requestId();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.payload()), answer, event.context());
    } catch (Throwable e) {
      e.printStackTrace();
      post(path + "/error", error(e), e.getClass().getName());
      if (e instanceof VirtualMachineError || e instanceof IOError) {
        // As AWS's client does: the process may be in any state.
        System.exit(1);
      }
      return;
    }
    post(path + "/response", answer.toByteArray(), "");
  }

  private static Event next() throws IOException {
    HttpURLConnection connection = open("invocation/next");
    try (InputStream body = connection.getInputStream()) {
      byte[] payload = body.readAllBytes();
      String trace = connection.getHeaderField("Lambda-Runtime-Trace-Id");
      System.setProperty("com.amazonaws.xray.traceHeader", trace);
      return new Event(
          new LoopContext(
              connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"),
              connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
              connection.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0)),
          payload);
    }
  }

  private static void post(String path, byte[] body, String errorType) throws IOException {
    HttpURLConnection connection = open(path);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.setRequestProperty("Content-Type", "application/json");
    if (!errorType.isEmpty()) {
      connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", errorType);
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    try (InputStream answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }

  private static HttpURLConnection open(String path) throws IOException {
    return (HttpURLConnection) URI.create(BASE + path).toURL().openConnection();
  }

  private static byte[] error(Throwable e) {
    String trace =
        Arrays.stream(e.getStackTrace())
            .map(frame -> quote(frame.toString()))
            .collect(Collectors.joining(","));
    return "{\"errorMessage\":%s,\"errorType\":%s,\"stackTrace\":[%s]}"
        .formatted(quote(String.valueOf(e.getMessage())), quote(e.getClass().getName()), trace)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
