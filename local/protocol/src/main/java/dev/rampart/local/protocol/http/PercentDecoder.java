package dev.rampart.local.protocol.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding, read strictly: two hexadecimal digits, and UTF-8 beneath. */
public final class PercentDecoder {
  private PercentDecoder() {}

  /** Returns the text; empty if an escape is broken or the bytes are not UTF-8. */
  public static Optional<String> read(String encoded) {
    return bytes(encoded).flatMap(PercentDecoder::utf8);
  }

  /** Returns the bytes of the text; empty if an escape is broken, or a character is not ASCII. */
  public static Optional<ByteBuffer> bytes(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int high = digit(encoded, i + 1);
        int low = digit(encoded, i + 2);
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(ByteBuffer.wrap(bytes, 0, length));
  }

  /** Returns the text of an encoding that was checked before. */
  public static String decode(String encoded) {
    return read(encoded).orElse(encoded);
  }

  /** Returns the text of bytes; empty if they are not UTF-8. */
  public static Optional<String> utf8(ByteBuffer bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static int digit(String text, int at) {
    return at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
  }
}
