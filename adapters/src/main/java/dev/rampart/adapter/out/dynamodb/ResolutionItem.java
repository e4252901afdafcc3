package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.text;
import static dev.rampart.adapter.out.dynamodb.Attributes.time;

import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Resolution;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Why a finding is closed, as a map in its item; without a {@code verdict} it was silence. */
final class ResolutionItem {
  private ResolutionItem() {}

  static AttributeValue write(Resolution resolution) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("at", time(resolution.at()));
    if (resolution instanceof Resolution.Judgement judgement) {
      map.put("verdict", text(judgement.verdict().wireName()));
      map.put("judge", text(judgement.judge()));
      judgement.note().ifPresent(note -> map.put("note", text(note)));
    }
    return AttributeValue.fromM(map);
  }

  static Resolution read(StoredItem map) {
    return map.find("verdict")
        .<Resolution>map(
            verdict ->
                new Resolution.Judgement(
                    FindingVerdict.of(verdict.s()).orElseThrow(IllegalArgumentException::new),
                    map.text("judge"),
                    map.find("note").map(AttributeValue::s),
                    map.time("at")))
        .orElseGet(() -> new Resolution.Silence(map.time("at")));
  }
}
