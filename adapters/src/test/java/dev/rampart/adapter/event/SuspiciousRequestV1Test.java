package dev.rampart.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuspiciousRequestV1Test {
  private static final String JA3 = "0123456789abcdef0123456789abcdef";
  private static final String JA4 = "t13d1516h2_8daaf6152771_02713d6af862";

  @Test
  void what_is_written_reads_back_the_same() {
    ObjectNode golden = golden();
    SuspiciousRequestV1 read = SuspiciousRequestV1.parse(golden).orElseThrow();
    assertThat(read.json()).isEqualTo(golden);
    assertThat(SuspiciousRequestV1.parse(read.json())).contains(read);
  }

  @Test
  void a_member_that_nobody_knows_is_ignored() {
    assertThat(changed(json -> json.put("novelty", 1).withObject("/source").put("x", "y")))
        .isTrue();
  }

  @Test
  void members_that_may_be_absent_may_be_absent() {
    assertThat(
            changed(
                json -> {
                  json.putObject("source");
                  json.putObject("request");
                  json.putObject("evidence");
                }))
        .isTrue();
  }

  @Test
  void what_a_firewall_knows_of_a_source_reads_back_and_follows_the_schema() {
    for (String[] fingerprint : new String[][] {{"ja4", JA4}, {"ja3", JA3}}) {
      ObjectNode json = golden();
      json.withObject("/source").put(fingerprint[0], fingerprint[1]).put("asn", 4_294_967_295L);
      assertThat(SuspiciousRequestV1.parse(json).orElseThrow().json()).isEqualTo(json);
      assertThat(EventFiles.faults("suspicious-request", json)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asn\":0}",
        "{\"asn\":4294967296}",
        "{\"asn\":1.5}",
        "{\"asn\":\"64496\"}",
        "{\"asn\":1e99}",
        "{\"ja3\":\"0123456789ABCDEF0123456789ABCDEF\"}",
        "{\"ja3\":\"x\"}",
        "{\"ja4\":\"0123456789abcdef0123456789abcdef\"}",
        "{\"ja4\":\"t13d1516h2-8daaf6152771-02713d6af862\"}"
      })
  void a_network_or_a_fingerprint_of_another_form_is_not_read(String source) {
    ObjectNode json = golden();
    json.set("source", EventFiles.parse(source));
    assertThat(SuspiciousRequestV1.parse(json)).isEmpty();
    assertThat(EventFiles.faults("suspicious-request", json)).isNotEmpty();
  }

  @Test
  void another_version_is_not_read() {
    assertThat(changed(json -> json.put("schemaVersion", 2))).isFalse();
    assertThat(changed(json -> json.remove("schemaVersion"))).isFalse();
  }

  @Test
  void a_detail_that_lacks_something_or_has_a_wrong_value_is_not_read() {
    for (String needed : new String[] {"signalId", "observedAt", "gate", "point"}) {
      assertThat(changed(json -> json.remove(needed))).as(needed).isFalse();
    }
    for (String member :
        new String[] {"signalId", "observedAt", "gate", "point", "source", "request", "evidence"}) {
      assertThat(changed(json -> json.putNull(member))).as(member).isFalse();
      assertThat(changed(json -> json.put(member, 7))).as(member).isFalse();
    }
    assertThat(changed(json -> json.put("gate", "dependency"))).isFalse();
    assertThat(changed(json -> json.put("point", "NO_SUCH_POINT"))).isFalse();
    assertThat(changed(json -> json.put("observedAt", "yesterday"))).isFalse();
    assertThat(changed(json -> json.withObject("/source").put("ip", "localhost"))).isFalse();
    assertThat(changed(json -> json.withObject("/source").put("principal", "x".repeat(129))))
        .isFalse();
    assertThat(changed(json -> json.withObject("/request").put("status", "400"))).isFalse();
    assertThat(changed(json -> json.withObject("/request").put("status", 99))).isFalse();
    assertThat(changed(json -> json.withObject("/request").put("status", 400.5))).isFalse();
    assertThat(changed(json -> json.withObject("/evidence").put("score", 1.01))).isFalse();
    assertThat(changed(json -> json.withObject("/evidence").put("excerpt", "-".repeat(121))))
        .isFalse();
  }

  @Test
  void schema_and_reader_agree_on_the_golden_file() {
    assertThat(EventFiles.faults("suspicious-request", golden())).isEmpty();
    ObjectNode changed = golden();
    changed.put("gate", "dependency");
    assertThat(EventFiles.faults("suspicious-request", changed)).isNotEmpty();
  }

  @Test
  void what_is_not_known_of_a_request_can_be_left_out() {
    for (String member : new String[] {"source", "request", "evidence"}) {
      ObjectNode json = golden();
      json.remove(member);
      assertThat(SuspiciousRequestV1.parse(json)).as(member).isPresent();
      assertThat(EventFiles.faults("suspicious-request", json)).as(member).isEmpty();
    }
  }

  @Property(tries = 200)
  void no_text_in_any_member_breaks_the_reader(@ForAll String text) {
    for (String member : new String[] {"signalId", "observedAt", "gate", "point", "source"}) {
      ObjectNode json = golden();
      json.put(member, text);
      assertThat(SuspiciousRequestV1.parse(json)).isNotNull();
    }
    ObjectNode json = golden();
    json.withObject("/source").put("ip", text);
    assertThat(SuspiciousRequestV1.parse(json)).isNotNull();
  }

  private static boolean changed(Consumer<ObjectNode> change) {
    ObjectNode json = golden();
    change.accept(json);
    return SuspiciousRequestV1.parse(json).isPresent();
  }

  private static ObjectNode golden() {
    return (ObjectNode) EventFiles.goldenJson("suspicious-request");
  }
}
