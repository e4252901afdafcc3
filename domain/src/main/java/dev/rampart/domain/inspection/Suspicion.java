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
    var logOdds = model.logOdds(grams);
    if (logOdds < LOG_ODDS_MIN) {
      return;
    }
    var attack = model.attack(grams);
    if (!kind.minds(attack, findings, from, to)) {
      return;
    }
    var score = 1 / (1 + Math.exp(-logOdds));
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
    var top = from;
    var topVote = Integer.MIN_VALUE;
    for (var i = from; i < to; i++) {
      var sign = Sign.ALL[findings.sign[i]];
      var vote = (sign.attack == attack ? OWN_SIGN : 0) + model.vote(sign, attack);
      if (vote > topVote) {
        topVote = vote;
        top = i;
      }
    }
    var first = findings.first[top];
    var last = findings.last[top];
    for (var i = from; i < to; i++) {
      if (Sign.ALL[findings.sign[i]].attack == attack) {
        first = Math.min(first, findings.first[i]);
        last = Math.max(last, findings.last[i]);
      }
    }
    var layer = tokens.layer;
    var start = tokens.start[first];
    var end = tokens.end[Math.min(last, tokens.count - 1)];

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
