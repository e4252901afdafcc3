package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.EndedBlockPosition;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of blocks in the detection table. What is remembered of a source has a partition of its own;
 * all blocks that are kept lie in one partition, so that one query reads them. Those that ended lie
 * in another one, in the order of their ends.
 */
final class BlockKeys {
  static final String KEPT = "block#kept";
  static final String ENDED = "block#ended";
  static final String ALLOWED = "block#allowed";
  static final String OPERATORS = "block#operators";

  private BlockKeys() {}

  static Map<String, AttributeValue> record(SourceRange source) {
    return Attributes.key("block#source#" + source.text(), "record");
  }

  static Map<String, AttributeValue> kept(SourceRange source) {
    return Attributes.key(KEPT, source.text());
  }

  static Map<String, AttributeValue> ended(EndedBlockPosition position) {
    return Attributes.key(ENDED, Rfc3339.format(position.until()) + "#" + position.source().text());
  }

  static Map<String, AttributeValue> allowed(SourceRange source) {
    return Attributes.key(ALLOWED, source.text());
  }

  static Map<String, AttributeValue> operator(SourceRange site) {
    return Attributes.key(OPERATORS, site.text());
  }

  static Map<String, AttributeValue> budget() {
    return Attributes.key("block#budget", "budget");
  }

  static Map<String, AttributeValue> gate(IpVersion version) {
    return Attributes.key("block#gate", version.name().toLowerCase(Locale.ROOT));
  }
}
