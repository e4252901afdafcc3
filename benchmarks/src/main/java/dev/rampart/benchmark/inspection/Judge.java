package dev.rampart.benchmark.inspection;

import dev.rampart.domain.inspection.Anatomy;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import java.util.List;

/** Says of each row, read as free text, whether it is refused, and as what. */
interface Judge {

  /** The kind of field that every row is read as. */
  FieldKind KIND = FieldKind.PROSE;

  Judged judge(Row row);

  /** Judges as the API does. */
  static Judge of(Inspector inspector) {
    return row -> {
      var verdict = inspector.inspect(KIND, row.payload());
      var attack = verdict.attack().map(Attack::wireName).orElse("-");
      return new Judged(row, verdict.refusedIn(KIND), attack, verdict.score());
    };
  }

  /** Judges as the inspector would with these weights in its jar. */
  static Judge of(Trainer trainer, Weights weights) {
    return row -> {
      var windows = trainer.windows(row);
      var score = weights.score(windows);
      return new Judged(row, score >= KIND.refusedFrom(), name(weights, windows), score);
    };
  }

  /** The class with a sign of its own for which the signs of the strongest window speak most. */
  private static String name(Weights weights, List<int[]> windows) {
    if (windows.isEmpty()) {
      return "-";
    }
    var top = Attack.OTHER;
    var topVotes = Float.NEGATIVE_INFINITY;
    var window = weights.strongest(windows);
    for (var attack : Attack.values()) {
      var votes = 0f;
      var own = false;
      for (var feature : window) {
        var sign = feature - Anatomy.SIGNS;
        if (sign >= 0 && sign < Anatomy.SIGN_COUNT) {
          votes += weights.votes()[sign][attack.ordinal()];
          own |= Anatomy.attackOf(sign) == attack;
        }
      }
      if (own && votes > topVotes) {
        topVotes = votes;
        top = attack;
      }
    }
    return top.wireName();
  }
}
