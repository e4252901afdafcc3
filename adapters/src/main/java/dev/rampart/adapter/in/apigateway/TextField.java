package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.submission.TextRule;

/** One text in a body: where it stands, what the schema says it holds, and the text itself. */
record TextField(String pointer, FieldKind kind, String value) {

  /** Which characters it may hold. */
  TextRule rule() {
    return switch (kind) {
      case IDENTIFIER, NAME, EMAIL, URL, FILE_NAME, SHORT_TEXT -> TextRule.ONE_LINE;
      case PROSE, CODE, HTML, SQL -> TextRule.MULTI_LINE;
    };
  }
}
