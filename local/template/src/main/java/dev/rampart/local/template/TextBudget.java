package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import dev.rampart.local.template.source.TemplateSource;

/**
 * Bounds the text that the functions of a template build together: each may repeat what another one
 * built, so a short template can ask for more than fits into memory.
 */
final class TextBudget {
  /**
   * In characters; CloudFormation takes a template of 1 MB, the rest is for what is built twice.
   */
  static final int LENGTH_MAX = 4_000_000;

  private final TemplateSource source;
  private int left = LENGTH_MAX;

  TextBudget(TemplateSource source) {
    this.source = source;
  }

  /**
   * Returns a text that becomes part of another one, at the cost of its length.
   *
   * @param at the function that builds the other one
   */
  String spend(String text, JsonPointer at) {
    if (text.length() > left) {
      throw source.fault(
          at, "the functions of this template build more than " + LENGTH_MAX + " characters");
    }
    left -= text.length();
    return text;
  }
}
