package dev.rampart.benchmark.detection.world;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Happening;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.benchmark.detection.world.attack.AttackFamily;
import dev.rampart.benchmark.detection.world.trap.Trap;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Eight hours of the signals of one API, and what is true about them.
 *
 * @param signals in order of arrival, some repeated
 * @param traps the subjects of honest clients, each with the name of its trap
 * @param erringSources how many addresses of honest clients were refused something
 */
public record World(
    List<Signal> signals, List<Campaign> campaigns, Map<Subject, String> traps, int erringSources) {

  /** What honest clients do that no trap is about. */
  private static final String BYSTANDER = "bystander";

  /** Fewer signals are no campaign: a single probe is part of the background. */
  private static final int CAMPAIGN_SIGNALS_MIN = 5;

  private static final double NONE_OF_A_FAMILY = 0.2;
  private static final double TWO_OF_A_FAMILY = 0.2;

  private record Act(String name, boolean hostile, Script script) {}

  private record Line(Act act, Happening happening) {}

  /** Returns the world of a seed; the same seed gives the same world on every machine. */
  public static World of(long seed) {
    Draw draw = new Draw(seed);
    List<Act> acts = acts(draw, new Scene(draw.named("scene")));
    List<Line> lines = new ArrayList<>();
    acts.forEach(act -> act.script().happenings().forEach(seen -> lines.add(new Line(act, seen))));
    lines.sort(Comparator.comparingLong(line -> line.happening().atMillis()));
    Observer observer = new Observer(draw.named("observer"));
    Map<Act, List<Signal>> reported = new LinkedHashMap<>();
    acts.forEach(act -> reported.put(act, new ArrayList<>()));
    for (Line line : lines) {
      reported.getOrDefault(line.act(), List.of()).add(observer.report(line.happening()));
    }
    return of(reported, observer.arrived());
  }

  private static List<Act> acts(Draw draw, Scene scene) {
    List<Act> acts = new ArrayList<>();
    for (Trap trap : Trap.all()) {
      Script script = new Script(scene);
      trap.play(script, scene, draw.named(trap.name()));
      acts.add(new Act(trap.name(), false, script));
    }
    for (AttackFamily family : AttackFamily.all()) {
      Draw counts = draw.named("count of " + family.name());
      int count = counts.chance(NONE_OF_A_FAMILY) ? 0 : counts.chance(TWO_OF_A_FAMILY) ? 2 : 1;
      for (int i = 0; i < count; i++) {
        Script script = new Script(scene);
        family.play(script, scene, draw.named(family.name() + " " + i));
        if (script.happenings().size() >= CAMPAIGN_SIGNALS_MIN) {
          acts.add(new Act(family.name(), true, script));
          acts.add(new Act(BYSTANDER, false, script.bystanders()));
        }
      }
    }
    return acts;
  }

  private static World of(Map<Act, List<Signal>> reported, List<Signal> arrived) {
    List<Campaign> campaigns = new ArrayList<>();
    Map<Subject, String> traps = new HashMap<>();
    Set<Subject> erring = new HashSet<>();
    reported.forEach(
        (act, signals) -> {
          Set<Subject> subjects = new LinkedHashSet<>(act.script().subjects());
          signals.forEach(signal -> subjects.addAll(SubjectNames.owners(signal)));
          if (act.hostile()) {
            subjects.addAll(SubjectNames.sharedNetworks(signals));
            campaigns.add(new Campaign(act.name(), subjects, signals));
          } else {
            signals.forEach(signal -> subjects.addAll(SubjectNames.accounts(signal)));
            signals.forEach(signal -> SubjectNames.network(signal).ifPresent(subjects::add));
            subjects.forEach(subject -> traps.putIfAbsent(subject, act.name()));
            signals.stream()
                .filter(signal -> !signal.point().kind().isCounterEvidence())
                .forEach(signal -> SubjectNames.address(signal).ifPresent(erring::add));
          }
        });
    return new World(arrived, List.copyOf(campaigns), Map.copyOf(traps), erring.size());
  }

  /** Returns a hash of all signals and campaigns, to see that two runs had the same world. */
  public String fingerprint() {
    return WorldFingerprint.of(this);
  }
}
