package dev.rampart.local.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts processes with the flags and the environment that Lambda's Java runtime gives them. */
final class Launcher implements ProcessStarter {
  private static final String CLIENT_JAR = "aws-lambda-java-runtime-interface-client";

  private final HostSettings settings;
  private final String sharedClassPath;
  private final List<String> runtimeFlags;

  private Launcher(HostSettings settings, String sharedClassPath, List<String> runtimeFlags) {
    this.settings = settings;
    this.sharedClassPath = sharedClassPath;
    this.runtimeFlags = runtimeFlags;
  }

  static Launcher prepare(HostSettings settings) throws IOException {
    Files.createDirectories(settings.work());
    String worker = WorkerJar.write(settings.work()).toAbsolutePath().toString();
    return switch (settings.runtime()) {
      case PLAIN -> new Launcher(settings, worker, List.of());
      case AWS -> {
        List<Path> jars = runtimeJars(settings.runtimeJars());
        Path client =
            jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(CLIENT_JAR))
                .findFirst()
                .orElseThrow(
                    () -> new IOException("no " + CLIENT_JAR + " in " + settings.runtimeJars()));
        Path library = NativeLibrary.extract(client, settings.work());
        String classPath =
            jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        yield new Launcher(
            settings,
            worker + File.pathSeparator + classPath,
            List.of("-D" + NativeLibrary.PROPERTY + "=" + library.toAbsolutePath()));
      }
    };
  }

  @Override
  public Process start(FunctionSpec function, String runtimeApi, String id) throws IOException {
    Path root = settings.work().resolve(function.name());
    Files.createDirectories(root.resolve("tmp"));
    ProcessBuilder builder = new ProcessBuilder(command(function, root)).directory(root.toFile());
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(environment(function, root, id));
    if (settings.sessionTokens()) {
      // The SDK sends this with each call.
      environment.put("AWS_SESSION_TOKEN", id);
    }
    environment.putAll(function.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    return builder.start();
  }

  private List<String> command(FunctionSpec function, Path root) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:MaxRAM=" + function.memoryMegabytes() + "m",
            // Lambda's own share for the heap: 85 hundredths.
            "-XX:MaxHeapSize=" + function.memoryMegabytes() * 1024L * 85 / 100 + "k",
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ErrorFileToStderr",
            "-XX:-UsePerfData",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.io.tmpdir=" + root.resolve("tmp").toAbsolutePath()));
    command.addAll(runtimeFlags);
    settings.clock().ifPresent(clock -> command.add(clock.option()));
    command.add("-cp");
    command.add(sharedClassPath + File.pathSeparator + function.jar().toAbsolutePath());
    command.add("dev.rampart.local.host.worker.WorkerMain");
    command.add(settings.runtime().mainClass());
    command.add(function.handler());
    return command;
  }

  private Map<String, String> environment(FunctionSpec function, Path root, String id) {
    String day = LocalDate.now(ZoneOffset.UTC).toString().replace('-', '/');
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "" + function.memoryMegabytes()),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", day + "/[$LATEST]" + id),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_REGION", settings.region()),
        Map.entry("AWS_DEFAULT_REGION", settings.region()),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("LAMBDA_TASK_ROOT", root.toAbsolutePath().toString()),
        Map.entry("LAMBDA_RUNTIME_DIR", settings.work().toAbsolutePath().toString()),
        Map.entry("_HANDLER", function.handler()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }

  private static List<Path> runtimeJars(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException("no directory of runtime jars at " + directory);
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(Path::toAbsolutePath)
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .toList();
    }
  }
}
