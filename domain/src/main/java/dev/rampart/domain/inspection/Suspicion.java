package dev.rampart.domain.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighs the windows of one value and keeps the strongest evidence of each class. */
final class Suspicion implements Reading.Judge {

  /** Less is not worth a word. */
  private static final double SCORE_MIN = 0.2;

  private static final float LOG_ODDS_MIN = (float) Math.log(SCORE_MIN / (1 - SCORE_MIN));
  private static final Attack[] ATTACKS = Attack.values();

  private final Model model;
  private final FieldKind kind;
  private final List<Evidence> found = new ArrayList<>(1);
  private final float[] best = new float[ATTACKS.length];

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
    var attack = attack(findings, from, to);
    if (!kind.minds(attack, findings, from, to)) {
      return;
    }
    var score = 1 / (1 + Math.exp(-logOdds));
    if (score <= best[attack.ordinal()]) {
      return;
    }
    best[attack.ordinal()] = (float) score;
    found.removeIf(evidence -> evidence.attack() == attack);
    found.add(evidence(attack, score, tokens, findings, from, to));
  }

  /** The class with a sign of its own here for which all signs, each counted once, speak most. */
  private Attack attack(Findings findings, int from, int to) {
    var top = Attack.OTHER;
    var topVotes = Integer.MIN_VALUE;
    for (var attack : ATTACKS) {
      var votes = 0;
      var own = false;
      var low = 0L;
      var high = 0L;
      for (var i = from; i < to; i++) {
        var sign = findings.sign[i];
        var bit = 1L << sign;
        var known = sign < Long.SIZE ? low & bit : high & bit;
        if (known == 0) {
          votes += model.vote(sign, attack);
          own |= Sign.ALL[sign].attack == attack;
          low |= sign < Long.SIZE ? bit : 0;
          high |= sign < Long.SIZE ? 0 : bit;
        }
      }
      if (own && votes > topVotes) {
        topVotes = votes;
        top = attack;
      }
    }
    return top;
  }

  /** Names the sign that speaks most for the class, and spans all signs of the class. */
  private Evidence evidence(
      Attack attack, double score, Tokens tokens, Findings findings, int from, int to) {
    var top = from;
    var topVote = Integer.MIN_VALUE;
    for (var i = from; i < to; i++) {
      var own = Sign.ALL[findings.sign[i]].attack == attack ? 1000 : 0;
      var vote = own + model.vote(findings.sign[i], attack);
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
        start < layer.length ? layer.from[start] : 0,
        end > 0 ? layer.to[end - 1] : 0,
        Redactor.excerpt(layer, start, end));
  }
}
