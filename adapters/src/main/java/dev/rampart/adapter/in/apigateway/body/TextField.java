package dev.rampart.adapter.in.apigateway.body;

import dev.rampart.domain.common.TextRule;
import dev.rampart.domain.common.VisibleText;
import dev.rampart.domain.inspection.FieldKind;

/**
 * One text of a body.
 *
 * @param pointer where it is, as a JSON Pointer
 * @param kind what the schema says it holds
 * @param required whether it may not be empty
 * @param value the text itself
 */
record TextField(String pointer, FieldKind kind, boolean required, String value) {

  /** Returns whether it holds a character that its field may not hold. */
  boolean hasForbiddenCharacter() {
    return rule().violation(value, 0, Integer.MAX_VALUE).isPresent();
  }

  /** Returns whether it has characters, none of them visible, although something must be said. */
  boolean isBlank() {
    return required && !value.isEmpty() && !VisibleText.in(value);
  }

  private TextRule rule() {
    return switch (kind) {
      case IDENTIFIER, NAME, EMAIL, URL, FILE_NAME, SHORT_TEXT -> TextRule.ONE_LINE;
      case PROSE, CODE, HTML, SQL -> TextRule.MULTI_LINE;
    };
  }
}
