package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.domain.submission.Examples.ANN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of JSON, broken one way at a time. */
final class StrictJsonTest {

  private static final String MEMBERS =
      "\"description\": \"d\", \"category\": \"bug\", \"contactEmail\": \"a@b.example\"";

  private final TestApi api = new TestApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'x'}",
        "{1:1}",
        "{\"a\":[1,]}",
        "{\"a\":[,1]}",
        "{\"a\":[1 2]}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":-}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":1e+}",
        "{\"a\":0x10}",
        "{\"a\":1_000}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":-Infinity}",
        "{\"a\":True}",
        "{\"a\":nul}",
        "{\"a\":undefined}",
        "{\"a\":\"x}",
        "{\"a\":\"\\x41\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u{41}\"}",
        "{\"a\":\"\\'\"}",
        "{\"a\":\"tab\there\"}",
        "{\"a\":\"line\nhere\"}",
        "{\"a\":\"nul\u0000here\"}",
        "{\"a\":1}x",
        "{\"a\":1}{}",
        "{\"a\":1},",
        "{\"a\":1}]",
        "{/* no */\"a\":1}",
        "{\"a\":1}// no",
        "# no\n{\"a\":1}",
        "\u000b{\"a\":1}",
        "\u00a0{\"a\":1}",
        "\u2028{\"a\":1}",
        "\ufeff{\"a\":1}",
        "{\"a\":1e999}",
        "{\"a\":-1e999}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"\\udfff\":1}",
        "{\"e\u0301\":1,\"\u00e9\":2}"
      })
  void a_body_that_is_no_json_is_refused(String body) {
    Answered answer = api.send(Call.create(body).as(ANN));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-json");
    assertThat(answer.gate()).isEqualTo("input");
    assertThat(answer.text()).doesNotContainIgnoringCase("jackson", "exception", "java.", "line:");
    assertThat(api.store.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"t\",%s}",
        " \t\r\n{ \"title\" : \"t\" ,\n%s } \n",
        "{\"titl\\u0065\":\"\\u0074\",%s}",
        "{\"title\":\"\\\"\\\\\\/\\u00e9 \\ud83d\\ude00\",%s}",
        "{\"details\":{},\"tags\":[],\"title\":\"t\",%s}"
      })
  void valid_json_is_read_whatever_its_layout(String body) {
    assertThat(api.send(Call.create(String.format(body, MEMBERS)).as(ANN)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "1", "-0.5e3", "true", "null", "[[[1]]]"})
  void another_value_than_an_object_is_well_formed_but_wrong(String body) {
    Answered answer = api.send(Call.create(body).as(ANN));

    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.faults()).containsExactly(" wrong-type");
  }

  @Test
  void the_depth_is_bounded_and_a_flood_of_brackets_is_no_fault_of_ours() {
    assertThat(api.send(Call.create("[".repeat(20) + "]".repeat(20)).as(ANN)).problem())
        .isEqualTo("invalid-input");
    assertThat(api.send(Call.create("[".repeat(21) + "]".repeat(21)).as(ANN)).problem())
        .isEqualTo("malformed-json");
    assertThat(api.send(Call.create("[".repeat(60_000)).as(ANN)).problem())
        .isEqualTo("malformed-json");
    assertThat(api.send(Call.create("{\"a\":".repeat(10_000)).as(ANN)).problem())
        .isEqualTo("malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // a continuation byte alone
        "c3", // cut off
        "c3 28", // no continuation
        "c0 af", // overlong
        "e0 80 af", // overlong
        "ed a0 80", // a surrogate
        "f4 90 80 80", // beyond Unicode
        "f8 88 80 80 80", // five bytes
        "ff"
      })
  void bytes_that_are_no_utf_8_are_refused(String hex) {
    byte[] bad = HexFormat.ofDelimiter(" ").parseHex(hex);
    byte[] start = ("{" + MEMBERS + ",\"title\":\"").getBytes(UTF_8);
    byte[] body = new byte[start.length + bad.length + 2];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(bad, 0, body, start.length, bad.length);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';

    assertThat(api.send(create(body)).problem()).isEqualTo("malformed-json");
  }

  @Test
  void other_encodings_are_refused_and_utf_8_in_base64_is_taken() {
    String text = "{" + MEMBERS + ",\"title\":\"é\"}";

    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1
        }) {
      assertThat(api.send(create(text.getBytes(charset))).problem()).isEqualTo("malformed-json");
    }
    assertThat(api.send(create(text.getBytes(UTF_8))).status()).isEqualTo(201);
  }

  @Test
  void names_and_numbers_have_a_length_that_ends() {
    String name = "n".repeat(257);
    assertThat(api.send(Call.create("{\"" + name + "\":1}").as(ANN)).status()).isEqualTo(400);
    String number = "9".repeat(50_000);
    assertThat(api.send(Call.create("{\"a\":" + number + "}").as(ANN)).problem())
        .isEqualTo("malformed-json");
    assertThat(api.send(Call.create("{\"a\":1e1000000000}").as(ANN)).problem())
        .isEqualTo("malformed-json");
  }

  private static Call create(byte[] body) {
    return Call.create("").bytes(body).as(ANN);
  }
}
