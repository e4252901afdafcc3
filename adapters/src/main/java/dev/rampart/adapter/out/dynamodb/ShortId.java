package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.Sha256;
import java.util.Arrays;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Six bytes for an id. Among the 64 ids of one set two meet by chance once in 10^11 sets; meeting
 * on purpose takes 2^47 tries and hides one signal from the one who tried.
 */
final class ShortId {
  private static final int BYTES = 6;

  private ShortId() {}

  static SdkBytes of(String id) {
    return SdkBytes.fromByteArray(Arrays.copyOf(Sha256.hash(id), BYTES));
  }
}
