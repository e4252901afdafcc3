package dev.rampart.domain.inspection;

/** URLs that lead inside, XML that pulls something in, and header lines where none belong. */
final class UrlGrammar {

  private static final int HOST_TOKENS_MAX = 16;
  private static final int NAME_TOKENS_MAX = 10;
  private static final int URL_TOKENS_MAX = 40;

  private UrlGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case Kind.SCHEME, Kind.SLASHES -> host(t, i, f);
      case Kind.ODD_SCHEME -> {
        if (next == Kind.SCHEME || (next == ':' && t.touches(i) && t.touches(i + 1))) {
          f.add(Sign.URL_SCHEME, i, i + 1);
        }
      }
      case Kind.PHP -> {
        if (next == Kind.SCHEME) {
          f.add(Sign.URL_SCHEME, i, i + 1);
        }
      }
      case Kind.SCRIPT_SCHEME -> {
        if (next == Kind.SCHEME) {
          f.add(Sign.SCRIPT_URL, i, i + 1);
        }
      }
      case Kind.WEB_SCHEME -> {
        if (next == ':' && t.touches(i) && t.touches(i + 1)) {
          f.add(Sign.URL_SLASHES, i, i + 2);
        }
      }
      case Kind.LOCAL_HOST -> {
        if (next == ':' || next == '/' || (next == '.' && t.at(i - 1) == '.')) {
          f.add(Sign.URL_LOCAL, i, i + 1);
        }
      }
      case Kind.INTERNAL -> {
        if (t.at(i - 1) == '.' && (next == '/' || next == ':' || isHost(t, i))) {
          f.add(Sign.URL_INTERNAL, i - 1, i);
        }
      }
      case Kind.METADATA -> f.add(Sign.URL_INTERNAL, i, i);
      case Kind.ENTITY, Kind.DOCTYPE -> {
        if (t.at(i - 1) == Kind.LT_BANG) {
          f.add(t.kind[i] == Kind.ENTITY ? Sign.XML_ENTITY : Sign.XML_DOCTYPE, i - 1, i + 1);
        }
      }
      case Kind.CDATA -> {
        if (t.at(i - 1) == '[') {
          f.add(Sign.XML_CDATA, i - 1, i + 1);
        }
      }
      case Kind.INCLUDE -> {
        if (next == ':' || next == '=') {
          f.add(Sign.XML_INCLUDE, i, i + 1);
        }
      }
      case Kind.LINE -> header(t, i, f);
      case Kind.OPEN_HTML_COMMENT -> {
        if (next == '#') {
          f.add(Sign.SSI, i, i + 2);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the name that ends at {@code i} is the host of a URL. */
  private static boolean isHost(Tokens t, int i) {
    int first = i;
    while (first > i - HOST_TOKENS_MAX && t.touches(first - 1) && t.at(first) != Kind.SCHEME) {
      first--;
    }
    return t.at(first) == Kind.SCHEME;
  }

  /** Reads what stands where a host belongs. */
  private static void host(Tokens t, int i, Findings f) {
    if (t.kind[i] == Kind.SLASHES && Tokens.isWord(t.at(i - 1)) && t.touches(i - 1)) {
      return;
    }
    int next = t.at(i + 1);
    switch (next) {
      case Kind.LOCAL_HOST -> inside(t, i, f, Sign.URL_LOCAL);
      case Kind.HEX -> address(t, i, f);
      case Kind.NUMBER -> address(t, i, f);
      case '[' -> inside(t, i, f, Sign.URL_PRIVATE);
      case Kind.INTERNAL, Kind.METADATA -> inside(t, i, f, Sign.URL_INTERNAL);
      case Kind.SLASHES, '/', '\\' -> f.add(Sign.URL_SLASHES, i, i + 1);
      default -> {}
    }
    if (t.kind[i] == Kind.SLASHES && t.at(i - 1) == Kind.START && Tokens.isWord(next)) {
      f.add(Sign.URL_SLASHES, i, i + 1);
    }
    for (int j = i + 1; j < i + HOST_TOKENS_MAX && j < t.count && t.touches(j - 1); j++) {
      switch (t.kind[j]) {
        case '@', '#' -> {
          f.add(Sign.URL_USER, i, j);
          return;
        }
        case '/', '?', Kind.END, Kind.LINE -> {
          if (t.kind[j] == '/' && (t.at(j + 1) == '@' || t.at(j + 1) == ':')) {
            f.add(Sign.URL_USER, i, j + 1);
          }
          return;
        }
        default -> {}
      }
    }
  }

  /** Notes an inner host, and whether its URL is all there is: nobody tells a story then. */
  private static void inside(Tokens t, int i, Findings f, Sign sign) {
    f.add(sign, i, i + (sign == Sign.URL_LOCAL || sign == Sign.URL_INTERNAL ? 1 : 3));
    int last = i;
    while (last < i + URL_TOKENS_MAX && t.touches(last)) {
      last++;
    }
    f.addIf(t.at(i - 2) == Kind.START && t.at(last + 1) == Kind.END, Sign.URL_WHOLE, i, last);
  }

  private static void address(Tokens t, int i, Findings f) {
    switch (Address.of(t.layer, t.start[i + 1])) {
      case INSIDE -> inside(t, i, f, Sign.URL_PRIVATE);
      case DISGUISED -> inside(t, i, f, Sign.URL_NUMERIC);
      case PUBLIC -> {}
    }
  }

  private static void header(Tokens t, int i, Findings f) {
    int j = i + 1;
    while (j < i + NAME_TOKENS_MAX && (Tokens.isWord(t.at(j)) || t.at(j) == '-')) {
      j++;
    }
    if (j == i + 1 || t.at(j) != ':') {
      return;
    }
    f.addIf(beginsHeader(t, i + 1), Sign.HEADER_SPLIT, i, j);
    f.addIf(isEncoded(t, i) && isUnbroken(t, i + 1, j), Sign.HEADER_ENCODED, i, j);
  }

  /** Whether the line end was written in an encoding, as no keyboard does. */
  private static boolean isEncoded(Tokens t, int i) {
    int at = t.start[i];
    return t.layer.to(at) - t.layer.from(at) > 1;
  }

  /** Whether nothing but hyphens stands between the words of a name. */
  private static boolean isUnbroken(Tokens t, int first, int colon) {
    int i = first;
    while (i < colon && t.touches(i)) {
      i++;
    }
    return i == colon;
  }

  /** Whether a name is that of a header: {@code Location}, {@code Set-…}, {@code X-…}. */
  private static boolean beginsHeader(Tokens t, int i) {
    boolean isX = t.end[i] - t.start[i] == 1 && t.layer.text[t.start[i]] == 'x';
    return t.kind[i] == Kind.HEADER || (t.at(i + 1) == '-' && (t.kind[i] == Kind.SET || isX));
  }
}
