package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever bytes come, the answer is one of the documented ones; whatever text, it comes back. */
final class BodyPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Property(tries = 500)
  void random_bytes_get_a_refusal(@ForAll @Size(max = 200) @ByteRange(min = -128) byte[] body) {
    TestApi api = new TestApi();

    Answered answer = api.send(Call.create("").bytes(body).as(ANN));

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.problem()).isNotEmpty();
    assertThat(api.store.events()).isEmpty();
  }

  @Property(tries = 1000)
  void a_good_body_with_one_byte_changed_is_stored_or_refused_but_never_breaks(
      @ForAll @IntRange(max = 1000) int place, @ForAll byte changed) {
    byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
    body[place % body.length] = changed;

    assertThat(new TestApi().send(Call.create("").bytes(body).as(ANN)).status())
        .isIn(201, 400, 422);
  }

  @Property(tries = 1000)
  void a_good_body_cut_off_anywhere_is_no_json(@ForAll @IntRange(max = 1000) int place) {
    String body = GOOD.substring(0, place % GOOD.length());

    assertThat(new TestApi().send(Call.create(body).as(ANN)).problem()).isEqualTo("malformed-json");
  }

  @Property(tries = 1000)
  void any_text_comes_back_as_it_went_in_or_is_refused(
      @ForAll @StringLength(min = 1, max = 60) String text) throws JsonProcessingException {
    TestApi api = new TestApi();
    ObjectNode body = ((ObjectNode) MAPPER.readTree(GOOD)).put("description", text);

    Answered answer = api.send(Call.create(body.toString()).as(ANN));

    assertThat(answer.status()).isIn(201, 400, 422);
    if (answer.status() == 201) {
      assertThat(api.send(Call.one("GET", answer.id()).as(ANN)).body().path("description").asText())
          .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
      assertThat(answer.text()).doesNotContain("<", ">", "&");
    }
  }

  @Property(tries = 500)
  void headers_of_any_text_never_break_an_answer(@ForAll @StringLength(max = 40) String text) {
    Answered answer =
        new TestApi()
            .send(
                Call.create(GOOD)
                    .as(ANN)
                    .header("Idempotency-Key", text)
                    .header("Accept", text, "*/*")
                    .header("Origin", text)
                    .header("User-Agent", text));

    assertThat(answer.status()).isIn(201, 400, 406);
    assertThat(answer.proxy().path("headers").has("Access-Control-Allow-Origin")).isFalse();
  }

  @Property(tries = 500)
  void preconditions_of_any_text_are_stale_or_malformed(
      @ForAll @StringLength(min = 1, max = 40) String text) {
    TestApi api = new TestApi();
    String id = api.created(ANN, "k");

    Answered answer = api.send(Call.one("DELETE", id).as(ANN).header("If-Match", text));

    assertThat(answer.status())
        .isIn(text.strip().equals("*") || text.contains("\"1\"") ? 204 : 400, 400, 412);
  }
}
