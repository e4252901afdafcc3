package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketSetTest {
  private static final int ROUNDS = 2_000;

  @Test
  void of_nothing_there_is_none_and_of_one_thing_one() {
    assertThat(BucketSet.EMPTY.estimate()).isZero();
    assertThat(new BucketSet(0, 1L << 63).estimate()).isCloseTo(1, withPercentage(1));
  }

  /** The errors that the class promises, with a seventh for chance. */
  @ParameterizedTest
  @CsvSource({"8, 0.07", "16, 0.07", "64, 0.08", "200, 0.093"})
  void the_standard_error_is_as_small_as_promised(int things, double errorMax) {
    Random random = new Random(things);
    double squares = 0;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double error = filled(random, things).estimate() / things - 1;
      squares += error * error;
      sum += error;
    }

    assertThat(Math.sqrt(squares / ROUNDS)).isLessThan(errorMax);
    assertThat(Math.abs(sum / ROUNDS)).as("bias").isLessThan(0.02);
  }

  @Test
  void a_bucket_more_is_a_larger_estimate_up_to_the_full_set() {
    BucketSet set = BucketSet.EMPTY;
    for (int bucket = 0; bucket < BucketSet.BUCKETS; bucket++) {
      double before = set.estimate();
      set = set.union(bucket(bucket));
      assertThat(set.estimate()).isGreaterThanOrEqualTo(before + 1);
    }
    assertThat(set.estimate()).isGreaterThan(620).isFinite();
  }

  @Property
  void union_knows_no_order_and_no_repeats(
      @ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    BucketSet one = new BucketSet(a, b);
    BucketSet other = new BucketSet(c, d);

    assertThat(one.union(other)).isEqualTo(other.union(one));
    assertThat(one.union(other).union(other)).isEqualTo(one.union(other));
    assertThat(one.union(BucketSet.EMPTY)).isEqualTo(one);
  }

  @Property
  void without_itself_a_set_has_nothing_and_without_nothing_all(@ForAll long a, @ForAll long b) {
    BucketSet set = new BucketSet(a, b);

    assertThat(set.estimateWithout(set)).isZero();
    assertThat(set.estimateWithout(BucketSet.EMPTY)).isLessThanOrEqualTo(set.estimate() + 1e-9);
  }

  /** Of as many things in the other set, the estimate is right on average. */
  @ParameterizedTest
  @CsvSource({"10, 8", "80, 8", "80, 120", "150, 200"})
  void what_another_set_hides_is_made_up_for(int others, int things) {
    Random random = new Random(others);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      BucketSet other = filled(random, others);
      sum += filled(random, things).union(other).estimateWithout(other);
    }

    assertThat(sum / ROUNDS / things).isCloseTo(1, within(0.15));
  }

  @Property
  void every_hash_has_a_bucket(@ForAll long hash) {
    assertThat(BucketSet.bucket(hash)).isBetween(0, BucketSet.BUCKETS - 1);
  }

  private static BucketSet filled(Random random, int things) {
    BucketSet set = BucketSet.EMPTY;
    for (int i = 0; i < things; i++) {
      set = set.union(bucket(BucketSet.bucket(random.nextLong())));
    }
    return set;
  }

  private static BucketSet bucket(int number) {
    return number < Long.SIZE ? new BucketSet(1L << number, 0) : new BucketSet(0, 1L << number);
  }
}
