package dev.rampart.local.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.account.Outcome;
import dev.rampart.local.account.PreflightResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Tells what an account answered. */
record PreflightReport(List<PreflightResult> results) {

  void print(PrintWriter out) {
    out.println("The account:");
    results.forEach(result -> print(result, out));
    out.flush();
  }

  /** Returns the answers as one JSON document. */
  String json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("ok", failed().isEmpty());
    ArrayNode answers = document.putArray("answers");
    for (PreflightResult result : results) {
      answers
          .addObject()
          .put("id", result.id())
          .put("outcome", word(result.outcome()).toLowerCase(Locale.ROOT))
          .put("found", result.found())
          .put("why", result.why())
          .put("mend", result.mend());
    }
    return document.toString();
  }

  private static void print(PreflightResult result, PrintWriter out) {
    out.printf("  %-8s%-16s%s%n", word(result.outcome()), result.id(), result.found());
    if (result.outcome() != Outcome.OK) {
      out.printf("%26s%s%n", "why: ", result.why());
      if (!result.mend().isEmpty()) {
        out.printf("%26s%s%n", "do: ", result.mend());
      }
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case OK -> "ok";
      case HINT -> "note";
      case UNKNOWN -> "unknown";
      case FAILED -> "FAILED";
    };
  }

  /** Returns the ids of what stands in the way. */
  List<String> failed() {
    return results.stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .map(PreflightResult::id)
        .toList();
  }
}
