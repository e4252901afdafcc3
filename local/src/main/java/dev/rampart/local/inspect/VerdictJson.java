package dev.rampart.local.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.inspection.Encoding;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Verdict;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A verdict as one JSON object. */
final class VerdictJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictJson() {}

  static String write(String id, FieldKind kind, Verdict verdict) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id);
    node.put("field", kind.wireName());
    node.put("refused", verdict.refusedIn(kind));
    node.put("verdict", name(verdict));
    verdict.attack().ifPresent(attack -> node.put("class", attack.wireName()));
    node.put("score", decimals(verdict.score()));
    node.put("threshold", decimals(kind.refusedFrom()));
    node.put("sentence", verdict.sentence());
    if (verdict instanceof Verdict.Suspect(var evidence)) {
      ArrayNode list = node.putArray("evidence");
      evidence.forEach(one -> write(one, list.addObject()));
    }
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Evidence evidence, ObjectNode node) {
    node.put("class", evidence.attack().wireName());
    node.put("score", decimals(evidence.score()));
    node.put("rule", evidence.rule());
    ArrayNode steps = node.putArray("steps");
    evidence.encodings().stream().map(Encoding::title).forEach(steps::add);
    node.put("start", evidence.start());
    node.put("end", evidence.end());
    node.put("excerpt", evidence.excerpt());
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Clean() -> "clean";
      case Verdict.Suspect(var _) -> "suspect";
      case Verdict.Unjudged(var _) -> "unjudged";
    };
  }

  private static BigDecimal decimals(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
