package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.integration.ObjectStorage;
import dev.rampart.local.protocol.http.Field;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Integrations that read an object of S3, as the template has them for the console. */
final class StoredObjectTest {
  private static final String DOMAIN =
      "https://rampart-dev-000000000000.auth.eu-west-1.amazoncognito.com";
  private static final String HERE = "http://127.0.0.1:9999";

  private ObjectStorage.Read answer = stored(200);
  private String asked = "";
  private final Running running =
      Running.startWithConsole(
          (role, bucket, key) -> {
            asked = key;
            assertThat(role).contains("ConsoleRole");
            assertThat(bucket).contains("consolebucket");
            return answer;
          },
          Map.of(DOMAIN, HERE));

  @AfterEach
  void stop() {
    running.close();
  }

  private static ObjectStorage.Read stored(int status) {
    List<Field> fields =
        List.of(
            new Field("Content-Type", "text/javascript"),
            new Field("ETag", "\"1\""),
            new Field("x-amz-version-id", "secret"));
    byte[] body = "let a;".getBytes(StandardCharsets.UTF_8);
    return new ObjectStorage.Read.Answered(
        new dev.rampart.local.protocol.http.HttpResponse(status, fields, body));
  }

  @Test
  void a_greedy_parameter_is_the_key_with_all_its_steps() {
    HttpResponse<String> reply = running.get("/console/js/a/main.js");
    assertThat(asked).isEqualTo("js/a/main.js");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("let a;");
  }

  @Test
  void only_the_mapped_fields_of_storage_are_handed_on() {
    HttpResponse<String> reply = running.get("/console/main.js");
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/javascript");
    assertThat(reply.headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(reply.headers().firstValue("x-amz-version-id")).isEmpty();
  }

  @Test
  void an_address_of_aws_is_the_one_that_answers_here() {
    assertThat(running.get("/console/main.js").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains(HERE).doesNotContain("cognito"));
  }

  @Test
  void a_refusal_of_storage_is_the_problem_of_a_path_that_is_not_there() {
    answer = stored(403);
    HttpResponse<String> reply = running.get("/console/main.js");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(reply.body()).contains("no-such-route").doesNotContain("let a");
  }

  @Test
  void any_other_answer_of_storage_is_a_fault_of_ours() {
    answer = stored(503);
    HttpResponse<String> reply = running.get("/console/main.js");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).contains("urn:rampart:problem:internal").doesNotContain("let a");
  }

  @Test
  void a_role_that_the_gateway_may_not_take_on_is_a_fault_of_ours() {
    answer = new ObjectStorage.Read.NotPermitted("not trusted");
    HttpResponse<String> reply = running.get("/console/main.js");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).doesNotContain("not trusted");
  }

  @Test
  void a_path_of_the_api_goes_before_a_greedy_one_and_the_folder_itself_has_no_file() {
    assertThat(running.get("/console").statusCode()).isEqualTo(302);
    assertThat(asked).isEmpty();
    assertThat(running.get("/v1/health").statusCode()).isEqualTo(200);
  }
}
