package dev.rampart.benchmark.inspection.accuracy;

import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import dev.rampart.benchmark.inspection.training.Trainer;
import dev.rampart.benchmark.inspection.training.Weights;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.util.List;

/** Judges rows as free text: whether each is refused, and as what. */
public interface Judge {

  /** The kind of field that every row is read as. */
  FieldKind KIND = FieldKind.PROSE;

  JudgedRow judge(LabelledRow row);

  /** Judges as the API does. */
  static Judge of(Inspector inspector) {
    return row -> {
      Verdict verdict = inspector.inspect(KIND, row.payload());
      String attack = verdict.attack().map(Attack::wireName).orElse("-");
      return new JudgedRow(row, verdict.refusedIn(KIND), attack, verdict.score());
    };
  }

  /** Judges as the inspector would with these weights in its jar. */
  static Judge of(Trainer trainer, Weights weights) {
    return row -> {
      List<int[]> windows = trainer.windows(row);
      double score = weights.score(windows);
      String name = windows.isEmpty() ? "-" : weights.attack(windows).wireName();
      return new JudgedRow(row, score >= KIND.refusedFrom(), name, score);
    };
  }
}
