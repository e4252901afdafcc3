package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.grammar.Indicator;
import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.token.TokenBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores the windows of one value and keeps the strongest evidence of each class. */
public final class Scorer implements WindowListener {

  /** Less is not worth a word. */
  private static final double SCORE_MIN = 0.2;

  /** Refused in every field by far: no other reading of the value would change that. */
  private static final double DECISIVE_SCORE = 0.98;

  private static final float LOG_ODDS_MIN = (float) Math.log(SCORE_MIN / (1 - SCORE_MIN));

  /** An indicator of the class itself goes before all others, which vote with a byte. */
  private static final int OWN_INDICATOR = 1 << 8;

  private final LearnedWeights weights;
  private final FieldKind kind;
  private final List<Evidence> found = new ArrayList<>(1);
  private double strongest;
  private final float[] best = new float[Attack.values().length];

  /** Makes a scorer for one value of a field of this kind. */
  public Scorer(LearnedWeights weights, FieldKind kind) {
    this.weights = weights;
    this.kind = kind;
  }

  /** Returns the evidence, strongest first, one piece a class. */
  public List<Evidence> evidence() {
    if (found.size() > 1) {
      found.sort(Comparator.comparingDouble(Evidence::score).reversed());
    }
    return found;
  }

  @Override
  public void onWindow(
      TokenBuffer tokens, Indicators indicators, int from, int to, FeatureExtractor features) {
    float logOdds = weights.logOdds(features);
    if (logOdds < LOG_ODDS_MIN) {
      return;
    }
    Attack attack = weights.attack(features);
    if (isWelcome(attack) && !acts(indicators, from, to)) {
      return;
    }
    double score = 1 / (1 + Math.exp(-logOdds));
    if (score <= best[attack.ordinal()]) {
      return;
    }
    best[attack.ordinal()] = (float) score;
    strongest = Math.max(strongest, score);
    found.removeIf(evidence -> evidence.attack() == attack);
    found.add(evidence(attack, score, tokens, indicators, from, to));
  }

  @Override
  public boolean isDecided() {
    return strongest >= DECISIVE_SCORE;
  }

  /** Returns whether the field is for the language of this class: only what acts is refused. */
  private boolean isWelcome(Attack attack) {
    return (kind == FieldKind.HTML && attack == Attack.XSS)
        || (kind == FieldKind.SQL && attack == Attack.SQLI);
  }

  private static boolean acts(Indicators indicators, int from, int to) {
    for (int i = from; i < to; i++) {
      if (indicators.at(i).isActive()) {
        return true;
      }
    }
    return false;
  }

  /** Names the indicator that speaks most for the class, and spans all indicators of the class. */
  private Evidence evidence(
      Attack attack, double score, TokenBuffer tokens, Indicators indicators, int from, int to) {
    int top = from;
    int topVote = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      Indicator indicator = indicators.at(i);
      int vote = (indicator.attack == attack ? OWN_INDICATOR : 0) + weights.vote(indicator, attack);
      if (vote > topVote) {
        topVote = vote;
        top = i;
      }
    }
    int first = indicators.first[top];
    int last = indicators.last[top];
    for (int i = from; i < to; i++) {
      if (indicators.at(i).attack == attack) {
        first = Math.min(first, indicators.first[i]);
        last = Math.max(last, indicators.last[i]);
      }
    }
    DecodedText text = tokens.text;
    int start = tokens.start[first];
    int end = tokens.end[Math.min(last, tokens.count - 1)];
    return new Evidence(
        attack,
        score,
        indicators.at(top).rule,
        text.undone(),
        text.originalStart(start),
        end > start ? text.originalEnd(end - 1) : text.originalStart(start),
        Redactor.excerpt(text, start, end));
  }
}
