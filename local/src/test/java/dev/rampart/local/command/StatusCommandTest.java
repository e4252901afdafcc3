package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.local.client.TestInstance;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StatusCommandTest {
  private static final String FAULTY =
      """
      {"state":"faulty","problems":["The event journal cannot be written: it is full."],
       "streams":[{"function":"relay","stream":"arn","recordsBehind":12,"oldestSeconds":9,"retries":3}],
       "queues":[{"name":"dead","deadLetters":true,"waiting":1,"inFlight":0,"delayed":0,"oldestSeconds":7},
                 {"name":"inbox","deadLetters":false,"waiting":0,"inFlight":2,"delayed":1}],
       "functions":[{"name":"relay","processes":1,"busy":0}]}
      """;
  private static final String WELL =
      "{\"state\":\"well\",\"problems\":[],\"streams\":[],\"queues\":[],\"functions\":[]}";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private String health = WELL;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/status",
        exchange -> {
          byte[] answer = health.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    Instance instance =
        TestInstance.of(
            List.of(),
            Map.of("status", "http://127.0.0.1:" + server.getAddress().getPort() + "/status"));
    new InstanceFile(file()).write(instance);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_run_that_is_well_is_0() {
    assertThat(status()).isZero();
    assertThat(out.toString()).startsWith("running as process ").doesNotContain("wrong");
  }

  @Test
  void a_run_with_faults_is_3_and_says_what_is_wrong_and_how_much_waits() {
    health = FAULTY;
    assertThat(status()).isEqualTo(3);
    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "running, with faults, as process "
                + ProcessHandle.current().pid()
                + " at http://127.0.0.1:1",
            " The event journal cannot be written: it is full.",
            " relay 12 records behind, the oldest 9 s old",
            " dead 1 dead letter, 0 in flight, the oldest 7 s old",
            " inbox 0 messages waiting, 2 in flight, 1 delayed",
            " relay 1 process, 0 busy");
  }

  @Test
  void a_run_that_does_not_answer_is_3() {
    server.stop(0);
    assertThat(status()).isEqualTo(3);
    assertThat(out.toString()).contains("running, with faults", "does not answer at http://");
  }

  @Test
  void nothing_running_is_1() throws IOException {
    new InstanceFile(file()).delete();
    assertThat(status()).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("nothing is running");
  }

  @Test
  void json_is_the_instance_with_its_health_beside_the_members_that_it_always_had()
      throws IOException {
    health = FAULTY;
    assertThat(status("--json")).isEqualTo(3);
    JsonNode printed = JsonMapper.builder().build().readTree(out.toString());
    assertThat(printed.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(printed.path("credentials").path("accessKeyId").asText()).isEqualTo("id");
    assertThat(printed.path("health")).isEqualTo(JsonMapper.builder().build().readTree(FAULTY));
  }

  private int status(String... options) {
    CommandLine line = RampartCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of("status", "--instance", file().toString()));
    arguments.addAll(List.of(options));
    return line.execute(arguments.toArray(String[]::new));
  }

  private Path file() {
    return directory.resolve("instance.json");
  }
}
