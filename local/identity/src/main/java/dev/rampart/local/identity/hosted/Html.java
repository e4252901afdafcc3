package dev.rampart.local.identity.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

  /** Returns the markup of a file beside this class, with each {@code %s} replaced. */
  static Html resource(String name, Object... parts) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The page resource " + name + " is missing.");
      }
      String markup = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parts.length == 0 ? new Html(markup) : format(markup, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return markup;
  }
}
