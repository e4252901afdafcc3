package dev.rampart.local.command;

import dev.rampart.local.stack.health.Health;
import dev.rampart.local.stack.instance.Instance;
import java.io.PrintWriter;
import java.util.Optional;

/** What a person wants to know of how a run is doing. */
record HealthReport(Instance instance, Health health) {

  void print(PrintWriter out) {
    out.println(
        "running%s as process %d at %s"
            .formatted(
                health.isWell() ? "" : ", with faults,", instance.pid(), instance.baseUrl()));
    if (!health.isWell()) {
      out.println();
      out.println("What is wrong:");
      health.problems().forEach(problem -> out.println("  " + problem));
    }
    if (!health.streams().isEmpty()) {
      out.println();
      out.println("Streams:");
      health
          .streams()
          .forEach(stream -> out.printf("  %-48s %s%n", stream.function(), words(stream)));
    }
    if (!health.queues().isEmpty()) {
      out.println();
      out.println("Queues:");
      health.queues().forEach(queue -> out.printf("  %-48s %s%n", queue.name(), words(queue)));
    }
    if (!health.functions().isEmpty()) {
      out.println();
      out.println("Functions:");
      health
          .functions()
          .forEach(
              function ->
                  out.printf(
                      "  %-48s %s, %d busy%n",
                      function.name(), count(function.processes(), "process"), function.busy()));
    }
  }

  private static String words(Health.StreamState stream) {
    return stream
            .recordsBehind()
            .map(records -> count(records, "record") + " behind")
            .orElse("cannot be read")
        + oldest(stream.oldestSeconds());
  }

  private static String words(Health.QueueState queue) {
    String waiting =
        queue.deadLetters()
            ? count(queue.waiting(), "dead letter")
            : count(queue.waiting(), "message") + " waiting";
    String delayed = queue.delayed() == 0 ? "" : ", " + queue.delayed() + " delayed";
    return waiting
        + ", "
        + queue.inFlight()
        + " in flight"
        + delayed
        + oldest(queue.oldestSeconds());
  }

  private static String oldest(Optional<Long> seconds) {
    return seconds.map(age -> ", the oldest " + age + " s old").orElse("");
  }

  private static String count(long number, String noun) {
    String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }
}
