package dev.rampart.local.events.queue;

import dev.rampart.local.protocol.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Receipt handles: opaque text that holds the message's id and something new for each receive. */
final class ReceiptHandles {
  private ReceiptHandles() {}

  static String make(String messageId) {
    byte[] text = (messageId + "/" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  static String messageId(String handle) {
    try {
      String text = new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8);
      int slash = text.indexOf('/');
      if (slash == 36) {
        return text.substring(0, slash);
      }
    } catch (IllegalArgumentException _) {
      // Refused below, like any other text that is no handle.
    }
    throw new AwsError(
        404, "ReceiptHandleIsInvalid", "The input receipt handle is not a valid receipt handle.");
  }
}
