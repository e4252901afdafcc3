package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.run.RampartRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the console, as the gateway serves them from the bucket. */
final class ConsoleScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String PAGE = "/console/index.html";

  @Test
  void the_page_and_what_it_loads_come_with_their_media_types() {
    assertType(PAGE, "text/html");
    assertType("/console/style.css", "text/css");
    assertType("/console/js/app.js", "text/javascript");
    assertType("/console/vendor/uPlot.esm.js", "text/javascript");
    assertType("/console/vendor/uPlot.min.css", "text/css");
    assertType("/console/config.json", "application/json");
  }

  private static void assertType(String path, String type) {
    Reply reply = get(path);
    assertThat(reply.status()).as(path).isEqualTo(200);
    assertThat(reply.header("Content-Type")).as(path).isEqualTo(type);
    assertThat(reply.body()).as(path).isNotEmpty();
  }

  private static Reply get(String path, String... fields) {
    return RUN.http.send("GET", path, List.of(fields), NOTHING);
  }

  @Test
  void the_configuration_names_where_to_sign_in_and_holds_no_secret() {
    JsonNode config = get("/console/config.json").json();
    assertThat(config.path("signInUrl").asText()).isEqualTo(RUN.instance.signInUrl());
    assertThat(config.path("clientId").asText()).isEqualTo(RUN.instance.clientId());
    assertThat(config.path("apiKey").asText()).isEqualTo(RUN.instance.apiKey());
    assertThat(config.path("stage").asText()).isEqualTo("dev");
    assertThat(config.path("mode").asText()).isEqualTo("local");
    assertThat(config.size()).isEqualTo(5);
  }

  @Test
  void the_page_may_load_and_call_its_own_origin_and_the_sign_in_alone() {
    assertThat(get(PAGE).header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                + " 'self'; connect-src 'self' "
                + RUN.instance.signInUrl()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'");
  }

  @Test
  void a_browser_that_has_the_file_is_not_sent_it_again() {
    Reply first = get(PAGE);
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    String tag = first.header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");

    Reply again = get(PAGE, "If-None-Match: " + tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(get(PAGE, "If-None-Match: \"other\"").status()).isEqualTo(200);
  }

  @Test
  void head_says_what_get_says_without_the_file() {
    Reply reply = RUN.http.send("HEAD", PAGE, List.of(), NOTHING);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_a_problem() {
    for (String path : List.of("/console/none.js", "/console/js", "/console/js/app.js/x")) {
      Reply reply = get(path);
      assertThat(reply.status()).as(path).isEqualTo(404);
      assertThat(reply.problem()).as(path).isEqualTo("no-such-route");
    }
  }

  @Test
  void no_path_leads_out_of_the_bucket() {
    for (String path :
        List.of(
            "/console/../pom.xml",
            "/console/..%2fpom.xml",
            "/console/%2e%2e/pom.xml",
            "/console/js/..%2f..%2f..%2fpom.xml",
            "/console/..%5cpom.xml",
            "/console//etc/passwd",
            "/console/%2fetc%2fpasswd")) {
      assertThat(get(path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void only_reading_is_served() {
    for (String method : List.of("PUT", "POST", "DELETE", "PATCH")) {
      Reply reply = RUN.http.send(method, PAGE, List.of(), NOTHING);
      assertThat(reply.status()).as(method).isEqualTo(404);
    }
  }

  @Test
  void the_way_in_leads_to_the_page() {
    for (String path : List.of("/console", "/console/")) {
      Reply reply = get(path);
      assertThat(reply.status()).as(path).isEqualTo(302);
      assertThat(reply.header("Location"))
          .as(path)
          .isEqualTo(RUN.instance.console().orElseThrow())
          .endsWith(PAGE);
    }
  }

  @Test
  void without_an_address_there_is_no_console() {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("rampart.root")));
    try (Running off =
        Running.start(RampartRun.inMemory(root).with(Map.of("ConsoleUrl", "")), Set.of())) {
      assertThat(off.http.send("GET", PAGE, List.of(), NOTHING).status()).isEqualTo(404);
      assertThat(off.instance.console()).isEmpty();
    }
  }

  @Test
  void without_the_right_of_its_role_no_file_is_served(@TempDir Path folder) throws IOException {
    try (Running refused =
        Running.start(
            ChangedTemplate.in(
                    folder, text -> text.replace("Action: s3:GetObject", "Action: s3:PutObject"))
                .with(Map.of("ConsoleUrl", "http://localhost:8080/console/index.html")),
            Set.of())) {
      assertThat(refused.http.send("GET", PAGE, List.of(), NOTHING).status()).isEqualTo(404);
      assertThat(refused.printed())
          .anyMatch(line -> line.contains("s3:GetObject") && line.contains("ConsoleRole"));
    }
  }
}
