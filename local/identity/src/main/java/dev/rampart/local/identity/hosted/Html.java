package dev.rampart.local.identity.hosted;

/** A piece of markup; what was not written here gets in only through {@link #of}. */
record Html(String markup) {

  /** Returns a text as markup that shows it. */
  static Html of(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
  }

  /** Returns markup with each {@code %s} replaced. */
  static Html format(String markup, Object... parts) {
    Object[] escaped = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      escaped[i] = parts[i] instanceof Html html ? html : of(parts[i].toString());
    }
    return new Html(markup.formatted(escaped));
  }

  @Override
  public String toString() {
    return markup;
  }
}
