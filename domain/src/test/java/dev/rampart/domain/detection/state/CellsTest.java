package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.SignalKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CellsTest {
  private static final int PERIODS = 80;

  /** Cells of any type and of periods that are partly forgotten when newer ones come. */
  @Provide
  Arbitrary<List<Cell>> someCells() {
    Arbitrary<CellType> types = Arbitraries.of(CellType.class);
    Arbitrary<SignalKind> kinds = Arbitraries.of(SignalKind.PROBE, SignalKind.AUTH_FAIL);
    Arbitrary<Integer> periods = Arbitraries.integers().between(0, PERIODS);
    Arbitrary<Integer> contents = Arbitraries.integers().between(0, BucketSet.BUCKETS - 1);
    return Combinators.combine(types, kinds, periods, contents)
        .as(CellsTest::cell)
        .list()
        .ofMaxSize(60);
  }

  private static Cell cell(CellType type, SignalKind kind, int period, int content) {
    String name = CellName.text(CellName.of(type, code(type, kind), 20_000L + period));
    return type.isSet() ? Cell.set(name, List.of(content)) : Cell.sum(name, content);
  }

  private static int code(CellType type, SignalKind kind) {
    return switch (type.codeLetters()) {
      case 0 -> 0;
      case 1 -> kind.letter();
      default -> CellName.code(kind == SignalKind.PROBE ? "sp" : "af");
    };
  }

  @Property(tries = 500)
  void any_order_gives_the_same_cells(@ForAll("someCells") List<Cell> some, @ForAll Random random) {
    List<Cell> shuffled = new ArrayList<>(some);
    Collections.shuffle(shuffled, random);

    assertThat(cells(shuffled).list()).isEqualTo(cells(some).list());
  }

  @Property(tries = 500)
  void parts_that_were_added_up_apart_give_the_whole(
      @ForAll("someCells") List<Cell> some, @ForAll("someCells") List<Cell> others) {
    List<Cell> all = new ArrayList<>(some);
    all.addAll(others);
    List<Cell> parts = new ArrayList<>(cells(others).list());
    parts.addAll(cells(some).list());

    assertThat(cells(parts).list()).isEqualTo(cells(all).list());
  }

  @Property(tries = 500)
  void of_each_series_the_newest_periods_are_kept_and_no_others(
      @ForAll("someCells") List<Cell> some) {
    List<Long> names = some.stream().map(cell -> CellName.parse(cell.name())).distinct().toList();
    List<String> kept =
        names.stream()
            .filter(name -> newest(names, name) - name < CellName.type(name).periodsKept())
            .map(CellName::text)
            .toList();

    assertThat(cells(some).list()).extracting(Cell::name).containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void sums_are_added_up_and_sets_united() {
    Cells cells = cells(List.of(Cell.sum("fp1", 2), Cell.set("w1", List.of(0, 64))));
    cells.add(Cell.sum("fp1", 3));
    cells.add(Cell.set("w1", List.of(0, 127)));

    assertThat(cells.list())
        .containsExactly(Cell.sum("fp1", 5), Cell.set("w1", List.of(0, 64, 127)));
  }

  @Test
  void what_is_not_there_is_nothing() {
    assertThat(new Cells().sum(CellName.parse("fp1"))).isZero();
    assertThat(new Cells().set(CellName.parse("w1"))).isEqualTo(BucketSet.EMPTY);
    assertThat(new Cells().newestMillis(CellType.MINUTE)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void a_sum_beyond_all_bounds_stays_at_the_largest_number_in_any_order() {
    Cells cells = new Cells();
    long name = CellType.FAST.name(SignalKind.PROBE, Observations.START);
    cells.add(name, Long.MAX_VALUE - 1);
    cells.add(name, 1);
    cells.add(name, Long.MAX_VALUE);
    cells.add(name, 5);

    assertThat(cells.sum(name)).isEqualTo(Long.MAX_VALUE);
  }

  private static Cells cells(List<Cell> all) {
    Cells cells = new Cells();
    all.forEach(cells::add);
    return cells;
  }

  private static long newest(List<Long> names, long name) {
    return names.stream()
        .filter(other -> CellName.series(other) == CellName.series(name))
        .max(Long::compare)
        .orElseThrow();
  }
}
