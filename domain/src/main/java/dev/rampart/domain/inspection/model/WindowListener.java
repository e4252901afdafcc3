package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.token.TokenBuffer;

/** Receives each window of a value that holds an indicator. */
public interface WindowListener {

  /**
   * Takes one window. All arguments are buffers that are overwritten after the call.
   *
   * @param tokens the tokens of the text that the window is part of
   * @param indicators the indicators of that text
   * @param from the first indicator of the window
   * @param to the indicator after its last
   * @param features the features of the window
   */
  void onWindow(
      TokenBuffer tokens, Indicators indicators, int from, int to, FeatureExtractor features);

  /** Returns whether nothing that is still unread would matter; the scanner then stops. */
  default boolean isDecided() {
    return false;
  }
}
