package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.text.HostAddress;
import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/**
 * URLs that lead inside, XML that pulls something in, and header lines in values that should have
 * none.
 */
final class UrlGrammar {

  private static final int HOST_TOKENS_MAX = 16;
  private static final int NAME_TOKENS_MAX = 10;
  private static final int URL_TOKENS_MAX = 40;

  private UrlGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case TokenKind.SCHEME, TokenKind.SLASHES -> host(t, i, found);
      case TokenKind.ODD_SCHEME -> {
        if (next == TokenKind.SCHEME || (next == ':' && t.touches(i) && t.touches(i + 1))) {
          found.add(Indicator.URL_SCHEME, i, i + 1);
        }
      }
      case TokenKind.PHP -> {
        if (next == TokenKind.SCHEME) {
          found.add(Indicator.URL_SCHEME, i, i + 1);
        }
      }
      case TokenKind.SCRIPT_SCHEME -> {
        if (next == TokenKind.SCHEME) {
          found.add(Indicator.SCRIPT_URL, i, i + 1);
        }
      }
      case TokenKind.WEB_SCHEME -> {
        if (next == ':' && t.touches(i) && t.touches(i + 1)) {
          found.add(Indicator.URL_SLASHES, i, i + 2);
        }
      }
      case TokenKind.LOCAL_HOST -> {
        if (next == ':' || next == '/' || (next == '.' && t.at(i - 1) == '.')) {
          found.add(Indicator.URL_LOCAL, i, i + 1);
        }
      }
      case TokenKind.INTERNAL -> {
        if (t.at(i - 1) == '.' && (next == '/' || next == ':' || isHost(t, i))) {
          found.add(Indicator.URL_INTERNAL, i - 1, i);
        }
      }
      case TokenKind.METADATA -> found.add(Indicator.URL_INTERNAL, i, i);
      case TokenKind.ENTITY, TokenKind.DOCTYPE -> {
        if (t.at(i - 1) == TokenKind.LT_BANG) {
          found.add(
              t.kind[i] == TokenKind.ENTITY ? Indicator.XML_ENTITY : Indicator.XML_DOCTYPE,
              i - 1,
              i + 1);
        }
      }
      case TokenKind.CDATA -> {
        if (t.at(i - 1) == '[') {
          found.add(Indicator.XML_CDATA, i - 1, i + 1);
        }
      }
      case TokenKind.INCLUDE -> {
        if (next == ':' || next == '=') {
          found.add(Indicator.XML_INCLUDE, i, i + 1);
        }
      }
      case TokenKind.LINE -> header(t, i, found);
      case TokenKind.OPEN_HTML_COMMENT -> {
        if (next == '#') {
          found.add(Indicator.SSI, i, i + 2);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the name that ends at {@code i} is the host of a URL. */
  private static boolean isHost(TokenBuffer t, int i) {
    int first = i;
    while (first > i - HOST_TOKENS_MAX && t.touches(first - 1) && t.at(first) != TokenKind.SCHEME) {
      first--;
    }
    return t.at(first) == TokenKind.SCHEME;
  }

  /** Reads what stands in the place of a host. */
  private static void host(TokenBuffer t, int i, Indicators found) {
    if (t.kind[i] == TokenKind.SLASHES && TokenKind.isWord(t.at(i - 1)) && t.touches(i - 1)) {
      return;
    }
    int next = t.at(i + 1);
    switch (next) {
      case TokenKind.LOCAL_HOST -> inside(t, i, found, Indicator.URL_LOCAL);
      case TokenKind.HEX -> address(t, i, found);
      case TokenKind.NUMBER -> address(t, i, found);
      case '[' -> inside(t, i, found, Indicator.URL_PRIVATE);
      case TokenKind.INTERNAL, TokenKind.METADATA -> inside(t, i, found, Indicator.URL_INTERNAL);
      case TokenKind.SLASHES, '/', '\\' -> found.add(Indicator.URL_SLASHES, i, i + 1);
      default -> {}
    }
    if (t.kind[i] == TokenKind.SLASHES
        && t.at(i - 1) == TokenKind.START
        && TokenKind.isWord(next)) {
      found.add(Indicator.URL_SLASHES, i, i + 1);
    }
    for (int j = i + 1; j < i + HOST_TOKENS_MAX && j < t.count && t.touches(j - 1); j++) {
      switch (t.kind[j]) {
        case '@', '#' -> {
          found.add(Indicator.URL_USER, i, j);
          return;
        }
        case '/', '?', TokenKind.END, TokenKind.LINE -> {
          if (t.kind[j] == '/' && (t.at(j + 1) == '@' || t.at(j + 1) == ':')) {
            found.add(Indicator.URL_USER, i, j + 1);
          }
          return;
        }
        default -> {}
      }
    }
  }

  /** Notes an inner host, and whether its URL is all there is: nobody tells a story then. */
  private static void inside(TokenBuffer t, int i, Indicators found, Indicator indicator) {
    found.add(
        indicator,
        i,
        i + (indicator == Indicator.URL_LOCAL || indicator == Indicator.URL_INTERNAL ? 1 : 3));
    int last = i;
    while (last < i + URL_TOKENS_MAX && t.touches(last)) {
      last++;
    }
    found.addIf(
        t.at(i - 2) == TokenKind.START && t.at(last + 1) == TokenKind.END,
        Indicator.URL_WHOLE,
        i,
        last);
  }

  private static void address(TokenBuffer t, int i, Indicators found) {
    switch (HostAddress.of(t.text, t.start[i + 1])) {
      case INTERNAL -> inside(t, i, found, Indicator.URL_PRIVATE);
      case OBFUSCATED -> inside(t, i, found, Indicator.URL_NUMERIC);
      case PUBLIC -> {}
    }
  }

  private static void header(TokenBuffer t, int i, Indicators found) {
    int j = i + 1;
    while (j < i + NAME_TOKENS_MAX && (TokenKind.isWord(t.at(j)) || t.at(j) == '-')) {
      j++;
    }
    if (j == i + 1 || t.at(j) != ':') {
      return;
    }
    found.addIf(beginsHeader(t, i + 1), Indicator.HEADER_SPLIT, i, j);
    found.addIf(isEncoded(t, i) && isUnbroken(t, i + 1, j), Indicator.HEADER_ENCODED, i, j);
  }

  /** Returns whether the line end was written in an encoding, as no keyboard does. */
  private static boolean isEncoded(TokenBuffer t, int i) {
    int at = t.start[i];
    return t.text.originalEnd(at) - t.text.originalStart(at) > 1;
  }

  /** Returns whether nothing but hyphens stands between the words of a name. */
  private static boolean isUnbroken(TokenBuffer t, int first, int colon) {
    int i = first;
    while (i < colon && t.touches(i)) {
      i++;
    }
    return i == colon;
  }

  /** Returns whether a name is that of a header: {@code Location}, {@code Set-…}, {@code X-…}. */
  private static boolean beginsHeader(TokenBuffer t, int i) {
    boolean isX = t.length(i) == 1 && t.firstChar(i) == 'x';
    return t.kind[i] == TokenKind.HEADER
        || (t.at(i + 1) == '-' && (t.kind[i] == TokenKind.SET || isX));
  }
}
