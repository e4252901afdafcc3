package dev.rampart.local.firewall.request;

import java.nio.charset.StandardCharsets;

/**
 * Text as the firewall compares it: one character for each byte, so that what is no UTF-8 is judged
 * as it came.
 */
public final class ByteText {
  private ByteText() {}

  /** Returns the bytes of a text in UTF-8, one character each. */
  public static String of(String unicode) {
    return of(unicode.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns bytes, one character each. */
  public static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns the bytes. */
  public static byte[] bytes(String byteText) {
    return byteText.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the bytes read as UTF-8, with a replacement character for what is none. */
  public static String unicode(String byteText) {
    for (int i = 0; i < byteText.length(); i++) {
      if (byteText.charAt(i) > 0x7f) {
        return new String(bytes(byteText), StandardCharsets.UTF_8);
      }
    }
    return byteText;
  }
}
