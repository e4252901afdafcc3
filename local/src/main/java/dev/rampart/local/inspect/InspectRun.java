package dev.rampart.local.inspect;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** One run of the inspector over many lines, and what came of it. */
final class InspectRun {

  private final Inspector inspector;
  private final FieldKind defaultKind;
  private final boolean json;
  private int malformed;
  private int attacks;
  private int attacksRefused;
  private int benign;
  private int benignRefused;

  InspectRun(Inspector inspector, FieldKind defaultKind, boolean json) {
    this.inspector = inspector;
    this.defaultKind = defaultKind;
    this.json = json;
  }

  int malformedLines() {
    return malformed;
  }

  void inspect(InputStream in, Writer out, PrintWriter err) throws IOException {
    ByteLines lines = new ByteLines(in, InspectLine.BYTES_MAX);
    while (lines.next()) {
      inspectLine(lines, out, err);
      if (in.available() == 0) {
        // Whoever writes one line and waits for the answer gets it.
        out.flush();
      }
    }
    out.flush();
  }

  private void inspectLine(ByteLines lines, Writer out, PrintWriter err) throws IOException {
    try {
      Optional<InspectLine> line = InspectLine.read(lines.bytes());
      if (line.isPresent()) {
        out.write(judge(line.get()));
        out.write('\n');
      }
    } catch (IllegalArgumentException e) {
      malformed++;
      err.println("inspect: line " + lines.number() + ": " + e.getMessage());
    }
  }

  private String judge(InspectLine line) {
    FieldKind kind = line.kind().orElse(defaultKind);
    Verdict verdict = inspector.inspect(kind, line.payload());
    boolean refused = verdict.refusedIn(kind);
    count(line, refused);
    return json ? VerdictJson.write(line.id(), kind, verdict) : row(line, verdict, refused);
  }

  private static String row(InspectLine line, Verdict verdict, boolean refused) {
    String attack = refused ? verdict.attack().map(Attack::wireName).orElse("-") : "-";
    return String.format(
        Locale.ROOT, "%s\t%d\t%s\t%.4f", line.id(), refused ? 1 : 0, attack, verdict.score());
  }

  private void count(InspectLine line, boolean refused) {
    switch (line.label()) {
      case ATTACK -> {
        attacks++;
        attacksRefused += refused ? 1 : 0;
      }
      case BENIGN -> {
        benign++;
        benignRefused += refused ? 1 : 0;
      }
      case NONE -> {}
    }
  }

  /** Says how many labelled lines were judged rightly; nothing if none has a label. */
  void summarise(PrintWriter err) {
    if (attacks + benign > 0) {
      err.printf(
          Locale.ROOT,
          "attacks refused %d of %d (%.2f %%), benign refused %d of %d (%.2f %%)%n",
          attacksRefused,
          attacks,
          percent(attacksRefused, attacks),
          benignRefused,
          benign,
          percent(benignRefused, benign));
      err.flush();
    }
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
