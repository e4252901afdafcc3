package dev.rampart.local.check.inventory;

import dev.rampart.local.check.Cases;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a template grants, opens and limits, line by line: the same template gives the same lines.
 * First with the defaults of its parameters; then, for each other set of parameters that it is
 * checked with, and for another value of each parameter, the lines that go and those that come.
 */
public final class Inventory {
  private Inventory() {}

  /** Returns the lines. */
  public static List<String> of(Template template) {
    return lines(template).toList();
  }

  /** As {@link #of}, each case looked at when its lines are asked for. */
  static Stream<String> lines(Template template) {
    List<String> first = lines(Cases.first(template).subject());
    Stream<List<String>> others =
        Stream.concat(Cases.others(template), Cases.alternatives(template))
            .map(other -> difference(other.name(), first, lines(other.subject())));
    return Stream.concat(Stream.of(written(template), first), others).flatMap(List::stream);
  }

  /** What holds whatever the parameters are. */
  private static List<String> written(Template template) {
    List<String> lines = new ArrayList<>();
    section(lines, "What an owner may choose", ChoiceLines.of(template));
    section(lines, "Presets", PresetLines.of(template));
    section(lines, "What is there under a condition", ConditionLines.of(template));
    section(lines, "What a condition chooses", BranchLines.of(template));
    section(lines, "Resources that no rule judges", OtherLines.of(template));
    section(lines, "What tools are told", MetadataLines.of(template));
    section(lines, "What the stack gives out", OutputLines.of(template));
    lines.add("");
    return lines;
  }

  private static List<String> lines(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    section(lines, "Who may do what", GrantLines.of(subject));
    section(lines, "Who may invoke which function", InvocationLines.of(subject));
    section(lines, "What an operation asks for", OperationLines.of(subject));
    section(lines, "Names", NameLines.of(subject));
    section(lines, "What runs", FunctionLines.of(subject));
    section(lines, "What people and programs can be given", IdentityLines.of(subject));
    section(lines, "Where events and alarms go", EventLines.of(subject));
    section(lines, "How data is found and ends", DataLines.of(subject));
    section(lines, "What the gates log", GateLogLines.of(subject));
    section(lines, "What the firewall does", FirewallLines.of(subject));
    section(lines, "Numbers and switches", NumberLines.of(subject));
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> content) {
    lines.add((lines.isEmpty() ? "" : "\n") + "== " + title);
    lines.addAll(content);
  }

  private static List<String> difference(String name, List<String> before, List<String> after) {
    Set<String> gone = new LinkedHashSet<>(before);
    after.forEach(gone::remove);
    Set<String> come = new LinkedHashSet<>(after);
    before.forEach(come::remove);
    List<String> lines = new ArrayList<>(List.of("", "== With " + name));
    gone.forEach(line -> lines.add("- " + line));
    come.forEach(line -> lines.add("+ " + line));
    return lines;
  }
}
