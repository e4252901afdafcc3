package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request headers that are obeyed, and headers of every answer. */
final class HeadersTest {

  private final TestApi api = new TestApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
        "application/json;",
        "application/json ; ;",
        "application/json;;charset=utf-8;",
        "application/json;\tcharset=\"u\\tf-8\"",
        "application/json; foo=bar",
        "application/json; profile=\"a;charset=x\"; charset=utf-8"
      })
  void json_in_utf_8_is_taken(String type) {
    assertThat(api.send(good().header("Content-Type", type)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "text/json",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonn",
        "application/json5",
        "application/vnd.api+json",
        "application/merge-patch+json",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json, text/plain",
        "application/json; charset=utf-8; charset=utf-16",
        "application/json\n",
        "application",
        "application/",
        "/json",
        "application/ json",
        "application/json charset=utf-8",
        "application/json; charset",
        "application/json; charset=",
        "application/json; charset =utf-8",
        "application/json; charset=\"utf-8",
        "application/json; charset=\"utf-8\"x",
        "application/json; =utf-8",
        "application/json; foo=bar; charset=latin1",
        "application/json;,"
      })
  void another_type_or_charset_is_415(String type) {
    Answered answer = api.send(good().header("Content-Type", type));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void a_missing_a_repeated_and_an_encoded_body_are_415() {
    assertThat(api.send(good().withoutHeader("Content-Type")).status()).isEqualTo(415);
    assertThat(
            api.send(good().header("Content-Type", "application/json", "application/json"))
                .status())
        .isEqualTo(415);
    for (String encoding : new String[] {"gzip", "br", "identity", ""}) {
      assertThat(api.send(good().header("Content-Encoding", encoding)).status()).isEqualTo(415);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json-patch+json", "text/plain", "*/*"})
  void a_patch_of_another_type_is_415_and_learns_the_right_one(String type) {
    String id = api.created(ANN, "k");
    Call call = Call.one("PATCH", id).as(ANN).patch("{}").header("If-Match", "*");

    Answered answer = api.send(call.header("Content-Type", type));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | 200",
        "application/json | 200",
        "application/* | 200",
        "APPLICATION/JSON | 200",
        "text/html, application/json;q=0.1 | 200",
        "application/json; charset=utf-8 | 200",
        "text/html, */*;q=0.1 | 200",
        "text/html | 406",
        "application/xml, text/* | 406",
        "application/json;q=0 | 406",
        "application/json;q=0, */* | 406",
        "application/json; q=0.000 | 406",
        "application/jsonx | 406",
        "nonsense | 406",
        ", application/json | 200",
        "application/json, ,text/html | 200",
        "application/json; | 200",
        "text/html;a=\"x, application/json\" | 406",
        "text/html;a=\"x, y\", application/json | 200",
        "text/html, *; q=.2, */*; q=.2 | 200",
        "application/json;q=\"0\" | 406",
        "application/json;Q=0 | 406",
        "application/json;q=0.001 | 200",
        "application/json;q= | 406",
        "'' | 200",
        ", | 200",
        "application/json \"x\" | 406"
      })
  void accept_is_obeyed(String accept, int status) {
    String id = api.created(ANN, "k");

    assertThat(api.send(Call.one("GET", id).as(ANN).header("Accept", accept)).status())
        .isEqualTo(status);
  }

  @Test
  void long_fields_are_read_in_one_go() {
    String parameters = ";a=\"\\\"\\\"\"".repeat(2_000);
    Call type = good().header("Content-Type", "application/json" + parameters + " x");
    assertThat(api.send(type).status()).isEqualTo(415);
    assertThat(api.send(good().header("Accept", "a/b,".repeat(10_000))).status()).isEqualTo(406);
  }

  @Test
  void a_body_may_have_64_kib_and_not_one_byte_more() {
    String fill = " ".repeat(JsonBodyReader.BYTES_MAX - GOOD.length());

    assertThat(api.send(good().json(GOOD + fill)).status()).isEqualTo(201);
    Answered large = api.send(good().json(GOOD + fill + " "));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.problem()).isEqualTo("content-too-large");
  }

  @Test
  void every_answer_carries_the_headers_that_keep_browsers_away() {
    String id = api.created(ANN, "k");
    for (Call call :
        new Call[] {
          good(),
          Call.one("GET", id).as(ANN),
          Call.one("GET", id).as(ANN).header("If-None-Match", "*"),
          Call.one("GET", id),
          Call.of("GET", "/v1/submissions").as(ANN),
          Call.of("GET", "/v1/nowhere"),
          Call.of("GET", "/v1/health"),
          Call.create("{").as(ANN)
        }) {
      Answered answer = api.send(call);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.header("Vary")).isEqualTo("Origin");
      assertThat(answer.header("Cache-Control")).isIn("no-store", "private, no-cache");
      assertThat(answer.proxy().path("headers").has("Server")).isFalse();
    }
    assertThat(api.send(good()).header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com",
        "https://app.example.com.evil.example",
        "https://sub.app.example.com",
        "http://app.example.com",
        "https://app.example.com:8443",
        "https://APP.example.com",
        "null",
        "*"
      })
  void another_origin_may_not_read_answers(String origin) {
    Answered answer = api.send(good().header("Origin", origin));

    assertThat(answer.proxy().path("headers").has("Access-Control-Allow-Origin")).isFalse();
  }

  @Test
  void the_own_origin_may_read_answers_and_refusals() {
    for (Call call : new Call[] {good(), Call.create("{").as(ANN), Call.one("GET", "x")}) {
      Answered answer = api.send(call.header("Origin", "https://app.example.com"));
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
      assertThat(answer.header("Access-Control-Expose-Headers"))
          .contains("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After");
    }
  }

  @Test
  void a_request_id_of_the_client_is_shown_only_if_it_looks_like_one() {
    Answered good = api.send(Call.of("GET", "/v1/x").context("requestId", "My-id_7"));
    assertThat(good.body().path("instance").asText()).isEqualTo("urn:rampart:request:My-id_7");
    for (String id : new String[] {"", "a b", "a\nb", "<b>", "x".repeat(65), "é"}) {
      Answered answer = api.send(Call.of("GET", "/v1/x").context("requestId", id));
      assertThat(answer.body().path("requestId").asText()).isEqualTo("ext-1=");
      assertThat(answer.line().requestId()).isEqualTo("ext-1=");
    }
  }

  private static Call good() {
    return Call.create(GOOD).as(ANN);
  }
}
