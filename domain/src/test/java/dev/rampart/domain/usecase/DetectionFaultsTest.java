package dev.rampart.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.engine.SignalSubjects;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that fails in between: what fails comes again, and nothing counts twice. */
final class DetectionFaultsTest {
  private static final int BATCH_MAX = 60;
  private static final Set<SubjectKind> GROUPS = Set.of(SubjectKind.SIGNATURE, SubjectKind.GLOBAL);

  private final List<List<Signal>> batches =
      DetectionWorld.batches(DetectionWorld.signals(), BATCH_MAX, new Random(5));
  private final FaultyStateStore whole = new FaultyStateStore(_ -> FaultyStateStore.Fault.NEVER);
  private final DetectionRun undisturbed = new DetectionRun(whole);

  DetectionFaultsTest() {
    batches.forEach(undisturbed::takeUntilDone);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
  void wherever_a_call_fails_only_the_signals_about_its_subject_fail(FaultyStateStore.Fault fault) {
    for (int failing = 0; failing < whole.calls(); failing++) {
      int number = failing;
      FaultyStateStore store =
          new FaultyStateStore(call -> call == number ? fault : FaultyStateStore.Fault.NEVER);
      DetectionRun run = new DetectionRun(store);
      for (List<Signal> batch : batches) {
        boolean before = store.lastFailed().isPresent();
        List<Signal> failed = run.take(batch);
        if (before || store.lastFailed().isEmpty()) {
          assertThat(failed).isEmpty();
        } else {
          assertFailed(failed, batch, store.lastFailed().get());
          assertThat(run.take(failed)).isEmpty();
        }
      }
      assertSame(store, run);
    }
  }

  @Property(tries = 40)
  void however_many_calls_fail_what_comes_again_counts_once(@ForAll Random random) {
    FaultyStateStore.Fault[] faults = FaultyStateStore.Fault.values();
    FaultyStateStore store =
        new FaultyStateStore(
            _ ->
                random.nextInt(5) == 0
                    ? faults[random.nextInt(faults.length)]
                    : FaultyStateStore.Fault.NEVER);
    DetectionRun run = new DetectionRun(store);
    batches.forEach(run::takeUntilDone);

    assertSame(store, run);
  }

  private static void assertFailed(List<Signal> failed, List<Signal> batch, Subject subject) {
    List<Signal> about =
        batch.stream().filter(signal -> subjects(signal).contains(subject)).toList();
    assertThat(failed).isNotEmpty();
    if (GROUPS.contains(subject.kind())) {
      assertThat(about).containsAll(failed);
    } else {
      assertThat(failed).isEqualTo(about);
    }
  }

  private static Set<Subject> subjects(Signal signal) {
    SignalDigest digest = new SignalDigest(signal, SignalScript.HASH);
    Set<Subject> subjects = new HashSet<>(SignalSubjects.identities(signal));
    SignalSubjects.source(digest).ifPresent(subjects::add);
    subjects.addAll(SignalSubjects.groups(signal));
    subjects.add(SignalSubjects.global(signal.point()));
    if (signal.point().kind().isHostile()) {
      SignalSubjects.network(digest).ifPresent(subjects::add);
    }
    return subjects;
  }

  private void assertSame(FaultyStateStore store, DetectionRun run) {
    assertThat(store.subjects().keySet()).isEqualTo(whole.subjects().keySet());
    for (Map.Entry<Subject, SubjectState> each : whole.subjects().entrySet()) {
      SubjectState state = store.subjects().getOrDefault(each.getKey(), new SubjectState());
      assertThat(state.cellList()).as(each.getKey().words()).isEqualTo(each.getValue().cellList());
      assertThat(state.ids()).isEqualTo(each.getValue().ids());
    }
    assertThat(store.groups().keySet()).isEqualTo(whole.groups().keySet());
    for (Map.Entry<Subject, GroupState> each : whole.groups().entrySet()) {
      assertAtLeast(
          store.groups().getOrDefault(each.getKey(), new GroupState()).cellList(),
          each.getValue().cellList());
    }
    assertThat(run.hits()).containsAll(undisturbed.hits());
    assertThat(undisturbed.hits())
        .containsAll(run.hits().stream().filter(hit -> !GROUPS.contains(hit.kind())).toList());
    assertThat(run.detected()).extracting(Finding::id).doesNotHaveDuplicates();
  }

  /**
   * Sums of groups may be a little high. Their sets hold the same, and perhaps a source that was
   * not yet suspect when its signal came for the first time.
   */
  private static void assertAtLeast(List<Cell> cells, List<Cell> least) {
    assertThat(cells).extracting(Cell::name).isEqualTo(least.stream().map(Cell::name).toList());
    assertThat(IntStream.range(0, cells.size()))
        .allMatch(
            i ->
                cells.get(i).isSet()
                    ? cells.get(i).members().containsAll(least.get(i).members())
                    : cells.get(i).low() >= least.get(i).low());
  }
}
