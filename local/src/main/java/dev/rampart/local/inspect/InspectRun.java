package dev.rampart.local.inspect;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

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
    var number = 0;
    var bytes = new ByteArrayOutputStream();
    var c = in.read();
    while (c >= 0) {
      number++;
      bytes.reset();
      while (c >= 0 && c != '\n') {
        bytes.write(c);
        c = in.read();
      }
      inspectLine(bytes.toByteArray(), number, out, err);
      c = c < 0 ? c : in.read();
    }
    out.flush();
  }

  private void inspectLine(byte[] bytes, int number, Writer out, PrintWriter err)
      throws IOException {
    InspectLine line;
    try {
      line = InspectLine.read(bytes);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      malformed++;
      err.println("inspect: line " + number + ": " + e.getMessage());
      return;
    }
    if (line == null) {
      return;
    }
    var kind = line.kind().orElse(defaultKind);
    var verdict = inspector.inspect(kind, line.payload());
    var refused = verdict.refusedIn(kind);
    count(line, refused);
    out.write(json ? VerdictJson.write(line.id(), kind, verdict) : row(line, verdict, refused));
    out.write('\n');
  }

  private static String row(InspectLine line, Verdict verdict, boolean refused) {
    var attack = refused ? verdict.attack().map(Attack::wireName).orElse("-") : "-";
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

  /** Says how many labelled lines were judged rightly; nothing where none has a label. */
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
