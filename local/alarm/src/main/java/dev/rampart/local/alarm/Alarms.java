package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.alarm.WatchedAlarm.SuppressedBy;
import dev.rampart.local.alarm.evaluation.AlarmOutcome;
import dev.rampart.local.alarm.evaluation.MetricEvaluation;
import dev.rampart.local.alarm.evaluation.Reasons;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.OutOfMemory;
import dev.rampart.local.template.PseudoParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The alarms of a run. Safe for use by many threads. */
public final class Alarms {
  private final List<WatchedAlarm> alarms = new ArrayList<>();
  private final MetricEvaluation evaluation;
  private final AlarmMessages messages;
  private final AlarmActions actions;
  private final FaultTracker faults;
  private final AlarmHistory history = new AlarmHistory();

  /**
   * Makes the alarms of a plan; each has too little data at first.
   *
   * @param bands what is usual for the metrics
   * @param faults of the evaluation: an alarm that fails does not keep the others from theirs
   */
  public Alarms(
      AlarmPlan plan,
      MetricStore metrics,
      Bands bands,
      PseudoParameters stack,
      AlarmActions actions,
      FaultTracker faults,
      Instant now) {
    this.evaluation = new MetricEvaluation(metrics, bands);
    this.messages = new AlarmMessages(stack);
    this.actions = actions;
    this.faults = faults;
    plan.alarms().forEach(alarm -> alarms.add(new WatchedAlarm(alarm, now)));
  }

  /** What {@link #status} tells of an alarm. */
  record Status(
      AlarmSettings settings,
      AlarmState state,
      boolean actionsEnabled,
      Instant createdAt,
      Optional<SuppressedBy> suppressedBy) {}

  /** Evaluates all alarms: those on metrics first, then composite ones after those they look at. */
  public synchronized void evaluate(Instant now) {
    boolean worked = true;
    for (WatchedAlarm alarm : alarms) {
      if (alarm.settings() instanceof AlarmSettings.OfMetric ofMetric) {
        worked &= attempt(alarm, () -> evaluate(alarm, ofMetric, now));
      }
    }
    worked &= settle(now);
    if (worked) {
      faults.succeeded();
    }
  }

  /**
   * Does something with one alarm and returns whether it worked; the others do not depend on it.
   */
  private boolean attempt(WatchedAlarm alarm, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException | Error e) {
      OutOfMemory.endProcessIfCaused(e);
      faults.failed("the alarm " + alarm.identity().name() + ": " + e);
      return false;
    }
  }

  private void evaluate(WatchedAlarm alarm, AlarmSettings.OfMetric ofMetric, Instant now) {
    AlarmOutcome outcome = evaluation.evaluate(ofMetric, now);
    StateValue from = alarm.state().value();
    if (outcome.state().isEmpty() || outcome.state().get() == from) {
      return;
    }
    StateValue to = outcome.state().get();
    Reasons reasons = new Reasons(ofMetric, outcome);
    change(alarm, new AlarmState(to, reasons.text(from, to), reasons.data(now), now), List.of());
  }

  /**
   * Brings an alarm to a state until it is evaluated the next time.
   *
   * @return whether there is such an alarm
   */
  synchronized boolean set(String name, StateValue value, String reason, String data, Instant now) {
    Optional<WatchedAlarm> alarm = find(name);
    if (alarm.isPresent() && alarm.get().state().value() != value) {
      change(alarm.get(), new AlarmState(value, reason, data, now), List.of());
    }
    boolean _ = settle(now);
    return alarm.isPresent();
  }

  /**
   * Says whether the actions of an alarm are taken.
   *
   * @return whether there is such an alarm
   */
  synchronized boolean enableActions(String name, boolean enabled, Instant now) {
    Optional<WatchedAlarm> alarm = find(name);
    alarm.ifPresent(
        found -> {
          found.enableActions(enabled);
          history.configured(found.settings(), enabled, now);
        });
    return alarm.isPresent();
  }

  /**
   * Evaluates composite alarms, and takes the actions that nothing holds back.
   *
   * @return whether all of it worked
   */
  private boolean settle(Instant now) {
    boolean worked = true;
    for (WatchedAlarm alarm : alarms) {
      worked &= attempt(alarm, () -> settle(alarm, now));
    }
    return worked;
  }

  private void settle(WatchedAlarm alarm, Instant now) {
    if (alarm.settings() instanceof AlarmSettings.Composite composite) {
      evaluate(alarm, composite, now);
    }
    if (suppressedBy(alarm, now).isEmpty()) {
      alarm.due().ifPresent(change -> act(change, now));
    }
  }

  private void evaluate(WatchedAlarm alarm, AlarmSettings.Composite composite, Instant now) {
    StateValue value = composite.rule().holds(this::stateOf) ? StateValue.ALARM : StateValue.OK;
    if (value == alarm.state().value()) {
      return;
    }
    Set<String> named = new LinkedHashSet<>();
    composite.rule().collect(named);
    Instant before = alarm.state().at();
    List<StateChange.Child> children =
        named.stream()
            .map(name -> find(name).orElseThrow())
            .filter(child -> !child.state().at().isBefore(before))
            .map(
                child ->
                    new StateChange.Child(
                        child.identity().arn(), child.state().value(), child.state().at()))
            .toList();
    String reason =
        children.stream()
            .max(Comparator.comparing(StateChange.Child::at))
            .map(
                child ->
                    "%s transitioned to %s at %s"
                        .formatted(child.arn(), child.state(), AlarmTimes.words(child.at())))
            .orElse(composite.ruleText() + " was evaluated to " + value);
    change(alarm, new AlarmState(value, reason, "", now), children);
  }

  private void change(WatchedAlarm alarm, AlarmState after, List<StateChange.Child> children) {
    StateChange change = new StateChange(alarm.settings(), alarm.state(), after, children);
    alarm.change(change);
    history.changed(change);
    actions.changed(change);
    actions.event(alarm.identity().arn(), messages.event(change));
  }

  private void act(StateChange change, Instant now) {
    for (String topic : change.alarm().identity().actions(change.after().value())) {
      ObjectNode message = messages.message(change);
      Optional<String> refusal =
          actions.publish(
              change.alarm().identity().arn(),
              topic,
              messages.subject(change),
              message.toString(),
              messages.mail(change));
      history.acted(change.alarm(), topic, refusal, now);
    }
  }

  private Optional<SuppressedBy> suppressedBy(WatchedAlarm alarm, Instant now) {
    Optional<StateValue> suppressor =
        alarm.settings() instanceof AlarmSettings.Composite composite
            ? composite.suppression().map(suppression -> stateOf(suppression.alarm()))
            : Optional.empty();
    return alarm.suppressedBy(suppressor, now);
  }

  private StateValue stateOf(String nameOrArn) {
    return find(nameOrArn).orElseThrow().state().value();
  }

  private Optional<WatchedAlarm> find(String nameOrArn) {
    return alarms.stream().filter(alarm -> alarm.identity().isNamed(nameOrArn)).findFirst();
  }

  /** Returns how all alarms are, in the order of the template, composite ones last. */
  synchronized List<Status> status(Instant now) {
    return alarms.stream()
        .map(
            alarm ->
                new Status(
                    alarm.settings(),
                    alarm.state(),
                    alarm.actionsEnabled(),
                    alarm.createdAt(),
                    suppressedBy(alarm, now)))
        .toList();
  }

  synchronized List<AlarmHistory.Entry> history() {
    return history.all();
  }
}
