package dev.rampart.domain.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighs the windows of one value and keeps the strongest evidence of each class. */
final class Suspicion implements Reading.Judge {

  /** Less is not worth a word. */
  private static final double SCORE_MIN = 0.2;

  /** Refused in every field by far: no other reading of the value would change that. */
  private static final double SURE_SCORE = 0.98;

  private static final float LOG_ODDS_MIN = (float) Math.log(SCORE_MIN / (1 - SCORE_MIN));

  /** A sign of the class itself goes before all others, which vote with a byte. */
  private static final int OWN_SIGN = 1 << 8;

  private final Model model;
  private final FieldKind kind;
  private final List<Evidence> found = new ArrayList<>(1);
  private double strongest;
  private final float[] best = new float[Attack.values().length];

  Suspicion(Model model, FieldKind kind) {
    this.model = model;
    this.kind = kind;
  }

  /** Strongest first; one a class. */
  List<Evidence> evidence() {
    if (found.size() > 1) {
      found.sort(Comparator.comparingDouble(Evidence::score).reversed());
    }
    return found;
  }

  @Override
  public void window(Tokens tokens, Findings findings, int from, int to, Grams grams) {
    float logOdds = model.logOdds(grams);
    if (logOdds < LOG_ODDS_MIN) {
      return;
    }
    Attack attack = model.attack(grams);
    if (!kind.minds(attack, findings, from, to)) {
      return;
    }
    double score = 1 / (1 + Math.exp(-logOdds));
    if (score <= best[attack.ordinal()]) {
      return;
    }
    best[attack.ordinal()] = (float) score;
    strongest = Math.max(strongest, score);
    found.removeIf(evidence -> evidence.attack() == attack);
    found.add(evidence(attack, score, tokens, findings, from, to));
  }

  @Override
  public boolean isSure() {
    return strongest >= SURE_SCORE;
  }

  /** Names the sign that speaks most for the class, and spans all signs of the class. */
  private Evidence evidence(
      Attack attack, double score, Tokens tokens, Findings findings, int from, int to) {
    int top = from;
    int topVote = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      Sign sign = Sign.ALL[findings.sign[i]];
      int vote = (sign.attack == attack ? OWN_SIGN : 0) + model.vote(sign, attack);
      if (vote > topVote) {
        topVote = vote;
        top = i;
      }
    }
    int first = findings.first[top];
    int last = findings.last[top];
    for (int i = from; i < to; i++) {
      if (Sign.ALL[findings.sign[i]].attack == attack) {
        first = Math.min(first, findings.first[i]);
        last = Math.max(last, findings.last[i]);
      }
    }
    Layer layer = tokens.layer;
    int start = tokens.start[first];
    int end = tokens.end[Math.min(last, tokens.count - 1)];

    return new Evidence(
        attack,
        score,
        Sign.ALL[findings.sign[top]].rule,
        Step.of(layer.steps),
        layer.from(start),
        end > start ? layer.to(end - 1) : layer.from(start),
        Redactor.excerpt(layer, start, end));
  }
}
