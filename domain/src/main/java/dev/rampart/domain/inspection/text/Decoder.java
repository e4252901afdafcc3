package dev.rampart.domain.inspection.text;

import dev.rampart.domain.inspection.Encoding;

/**
 * Undoes one round of encoding, for matching only: percent and percent-u, named and numeric
 * entities, backslash u, x and octal, UTF-7 angles, and UTF-8 that is longer than it must be.
 *
 * <p><b>One pass for all.</b> Attackers nest and mix encodings, so a round undoes whichever it
 * meets, from left to right, and does not read again what it wrote: {@code %2541} is {@code %41}
 * after one round and {@code a} after two. Every step consumes input, so a round is linear, and
 * {@link dev.rampart.domain.inspection.Inspector#ROUNDS_MAX} bounds the rounds. A character keeps
 * its place in the value as it came through all of them, so that evidence can point at it.
 *
 * <p><b>As lenient as the most lenient reader.</b> What is decoded here and nowhere else costs
 * little, what is decoded elsewhere and not here is a way in:
 *
 * <ul>
 *   <li>UTF-8 in more bytes than it needs, which RFC 3629 (section 3) forbids to decode and some
 *       servers did: {@code %c0%af} is a slash (CVE-2000-0884). The leads {@code c0} and {@code c1}
 *       begin nothing else, so after them even a plain dot or slash counts as the second byte.
 *       Leads up to {@code fd} are the five and six bytes of RFC 2279.
 *   <li>Bytes that are no UTF-8 stand for one character each, as in Latin-1.
 *   <li>{@code lt}, {@code gt}, {@code quot} and {@code amp} need no semicolon, as the HTML
 *       standard has it for names of old; the other names do. No name here is longer than nine
 *       letters.
 *   <li>{@code %uXXXX} as IIS reads it, and the escapes of JavaScript with and without braces.
 *   <li>Octal escapes only up to the tilde: three digits behind a backslash that stand for more are
 *       part of a Windows path, such as a folder of 2026.
 *   <li>{@code 0x} only for dots and slashes, as lists of traversals write them; elsewhere it is a
 *       number, which the grammars read as such.
 * </ul>
 *
 * <p>A control character from more than one byte becomes U+FFFD, which no text needs and {@link
 * CompatibilityFolding} drops.
 */
public final class Decoder {

  private static final int NONE = -1;

  /** Every encoding begins with one of these. */
  private static final boolean[] STARTS = Characters.table("%&\\0+");

  private DecodedText in = new DecodedText();
  private DecodedText out = in;
  private int at;
  private int byteEnd;

  /** Decodes {@code source} into {@code target}; returns whether anything was encoded. */
  public boolean decode(DecodedText source, DecodedText target) {
    in = source;
    out = target;
    target.clear(source.encodings, source.originalLength());
    target.reserve(source.length);
    at = 0;
    boolean changed = false;
    while (true) {
      int next = nextEncoded();
      if (next == source.length && !changed) {
        return false;
      }
      target.append(source, at, next);
      at = next;
      if (at == source.length) {
        return true;
      }
      if (undo(source.chars[at])) {
        changed = true;
      } else {
        target.append(source, at, at + 1);
        at++;
      }
    }
  }

  /** Undoes the encoding that this character begins; returns whether it begins one. */
  private boolean undo(char c) {
    return switch (c) {
      case '%' -> percent();
      case '&' -> entity();
      case '\\' -> escape();
      case '0' -> hexByte();
      case '+' -> utf7();
      default -> false;
    };
  }

  /** Returns the next character that may begin an encoded one; most texts have none. */
  private int nextEncoded() {
    int i = in.firstOf(STARTS, at);
    while (i < in.length && !mayBegin(in.chars[i], in.at(i + 1))) {
      i = in.firstOf(STARTS, i + 1);
    }
    return i;
  }

  private static boolean mayBegin(char c, char next) {
    return switch (c) {
      case '%' -> next == 'u' || Character.digit(next, 16) >= 0;
      case '&' -> next == '#' || (next >= 'a' && next <= 'z');
      case '0' -> next == 'x';
      case '+' -> next == 'a';
      default -> true;
    };
  }

  private void emit(int c, int start, int end) {
    out.fold(c, in.origins[start]);
    at = end;
  }

  private boolean percent() {
    if (in.at(at + 1) == 'u') {
      int c = hex(at + 2, 4);
      if (c >= 0) {
        out.undid(Encoding.URL_UNICODE);
        emit(c, at, at + 6);
        return true;
      }
      return false;
    }
    if (byteAt(at, '%') < 0) {
      return false;
    }
    out.undid(Encoding.URL);
    bytes('%');
    return true;
  }

  /** Returns the value of the encoded byte at {@code i}, and sets {@link #byteEnd} to its end. */
  private int byteAt(int i, char mark) {
    if (in.at(i) != mark) {
      return NONE;
    }
    int digits = mark == '%' ? i + 1 : i + 2;
    if (mark == '\\' && in.at(i + 1) != 'x') {
      return NONE;
    }
    byteEnd = digits + 2;
    return hex(digits, 2);
  }

  /** Reads one character from bytes that are each written with this mark. */
  private void bytes(char mark) {
    int start = at;
    int lead = byteAt(at, mark);
    int end = byteEnd;
    if (lead < 0xc0 || lead > 0xfd) {
      emit(lead, start, end);
      return;
    }
    int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf8 ? 3 : lead < 0xfc ? 4 : 5;
    int code = lead & (0x3f >> more);
    boolean strict = true;
    for (int i = 0; i < more; i++) {
      int next = byteAt(end, mark);
      if (next < 0 && lead < 0xc2 && isPlain(in.at(end))) {
        next = in.at(end);
        byteEnd = end + 1;
      }
      if (next < 0 || ((next & 0xc0) != 0x80 && lead >= 0xc2)) {
        // Not UTF-8: one character a byte, as Latin-1.
        if (lead < 0xc2) {
          out.undid(Encoding.OVERLONG);
        }
        int single = start + (mark == '%' ? 3 : 4);
        emit(lead, start, single);
        return;
      }
      strict &= (next & 0xc0) == 0x80;
      code = code << 6 | (next & 0x3f);
      end = byteEnd;
    }
    int shortest = more == 1 ? 0x80 : more == 2 ? 0x800 : more == 3 ? 0x10000 : 0x110000;
    if (code < shortest || !strict) {
      out.undid(Encoding.OVERLONG);
    }
    emit(code < 0x20 ? 0xfffd : Math.min(code, 0x10ffff), start, end);
  }

  /** Returns whether the character may stand for the second byte of an overlong pair. */
  private static boolean isPlain(char c) {
    return c == '.' || c == '/' || c == '\\';
  }

  private boolean entity() {
    int i = at + 1;
    if (in.at(i) == '#') {
      return numericEntity(i + 1);
    }
    long hash = WordHash.seed();
    while (i < in.length && i - at < 10 && in.chars[i] >= 'a' && in.chars[i] <= 'z') {
      hash = WordHash.add(hash, in.chars[i]);
      i++;
    }
    char c = NamedEntities.character(hash);
    if (c == 0) {
      return false;
    }
    boolean closed = in.at(i) == ';';
    if (!closed && c != '<' && c != '>' && c != '"' && c != '&') {
      return false;
    }
    out.undid(Encoding.ENTITY);
    emit(c, at, closed ? i + 1 : i);
    return true;
  }

  private boolean numericEntity(int first) {
    int radix = in.at(first) == 'x' ? 16 : 10;
    int digits = radix == 16 ? first + 1 : first;
    int code = 0;
    int i = digits;
    while (i < in.length) {
      int digit = Character.digit(in.chars[i], radix);
      if (digit < 0) {
        break;
      }
      code = Math.min(code * radix + digit, 0x110000);
      i++;
    }
    if (i == digits) {
      return false;
    }
    out.undid(Encoding.ENTITY);
    emit(code > 0x10ffff ? 0xfffd : code, at, in.at(i) == ';' ? i + 1 : i);
    return true;
  }

  private boolean escape() {
    char next = in.at(at + 1);
    switch (next) {
      case 'u' -> {
        return unicodeEscape();
      }
      case 'x' -> {
        if (byteAt(at, '\\') < 0) {
          return false;
        }
        out.undid(Encoding.ESCAPE);
        bytes('\\');
        return true;
      }
      case 'n', 'r', 't' -> {
        out.undid(Encoding.ESCAPE);
        emit(next == 't' ? '\t' : '\n', at, at + 2);
        return true;
      }
      default -> {
        return octal();
      }
    }
  }

  private boolean unicodeEscape() {
    int code = hex(at + 2, 4);
    int end = at + 6;
    if (code < 0 && in.at(at + 2) == '{') {
      int close = at + 3;
      while (close < in.length && close < at + 10 && in.chars[close] != '}') {
        close++;
      }
      code = in.at(close) == '}' ? hex(at + 3, close - at - 3) : NONE;
      end = close + 1;
    }
    if (code < 0) {
      return false;
    }
    out.undid(Encoding.ESCAPE);
    emit(Math.min(code, 0x10ffff), at, end);
    return true;
  }

  private boolean octal() {
    int code = 0;
    for (int i = 1; i <= 3; i++) {
      int digit = in.at(at + i) - '0';
      if (digit < 0 || digit > 7) {
        return false;
      }
      code = 8 * code + digit;
    }
    if (code > '~') {
      return false;
    }
    out.undid(Encoding.ESCAPE);
    emit(code, at, at + 4);
    return true;
  }

  /** Traversal lists write dots and slashes as {@code 0x2e}, {@code 0x2f} and {@code 0x5c}. */
  private boolean hexByte() {
    if (in.at(at + 1) != 'x') {
      return false;
    }
    int c = hex(at + 2, 2);
    if (c != '.' && c != '/' && c != '\\') {
      return false;
    }
    out.undid(Encoding.ESCAPE);
    emit(c, at, at + 4);
    return true;
  }

  private boolean utf7() {
    if (in.at(at + 1) != 'a' || in.at(at + 4) != '-') {
      return false;
    }
    int c =
        switch (in.at(at + 2) << 8 | in.at(at + 3)) {
          case 'd' << 8 | 'w' -> '<';
          case 'd' << 8 | '4' -> '>';
          case 'c' << 8 | 'i' -> '"';
          default -> 0;
        };
    if (c == 0) {
      return false;
    }
    out.undid(Encoding.ESCAPE);
    emit(c, at, at + 5);
    return true;
  }

  private int hex(int first, int digits) {
    if (digits < 1 || first + digits > in.length) {
      return NONE;
    }
    int value = 0;
    for (int i = first; i < first + digits; i++) {
      char c = in.chars[i];
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : NONE;
      if (digit < 0) {
        return NONE;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
