package dev.rampart.domain.usecase;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.FINGERPRINT;
import static dev.rampart.domain.submission.Examples.IDS;
import static dev.rampart.domain.submission.Examples.MORNING;
import static dev.rampart.domain.submission.Examples.OTHER_FINGERPRINT;
import static dev.rampart.domain.submission.Examples.RETENTION;
import static dev.rampart.domain.submission.Examples.RITA;
import static dev.rampart.domain.submission.Examples.content;
import static dev.rampart.domain.submission.Examples.expiry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.in.ListReviewQueue;
import dev.rampart.domain.port.in.ListSubmissions;
import dev.rampart.domain.port.in.ReadSubmission;
import dev.rampart.domain.port.in.ReceiveSubmission;
import dev.rampart.domain.port.in.ReviewSubmission;
import dev.rampart.domain.port.in.WithdrawSubmission;
import dev.rampart.domain.port.out.InMemorySubmissionStore;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.ContentPatch;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubmissionUseCasesTest {
  private static final AllowedVersions ANY = new AllowedVersions.Existing();
  private static final ContentPatch NEW_TITLE =
      new ContentPatch(
          Optional.of("New"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ContentPatch.Details.UNCHANGED);

  private final MovableClock clock = new MovableClock(MORNING.plusNanos(456));
  private final InMemorySubmissionStore store = new InMemorySubmissionStore(clock);
  private final ReceiveSubmission receive =
      new ReceiveSubmissionUseCase(store, IDS, RETENTION, clock);
  private final ReadSubmission read = new ReadSubmissionUseCase(store);
  private final AmendSubmission amend = new AmendSubmissionUseCase(store, clock);
  private final WithdrawSubmission withdraw = new WithdrawSubmissionUseCase(store, clock);
  private final ReviewSubmission review = new ReviewSubmissionUseCase(store, store, clock);

  private Submission.Received received() {
    return receive(ANN, "key", FINGERPRINT)
            instanceof ReceiveSubmission.Result.Received(Submission.Received s)
        ? s
        : fail("not received");
  }

  private ReceiveSubmission.Result receive(Owner owner, String key, Fingerprint fingerprint) {
    return receive.receive(
        new ReceiveSubmission.Command(
            owner, new IdempotencyKey(key), fingerprint, content("Roof")));
  }

  private AmendSubmission.Result amend(Owner owner, SubmissionId id, Version seen) {
    return amend.amend(new AmendSubmission.Command(owner, id, NEW_TITLE, only(seen)));
  }

  private WithdrawSubmission.Result withdraw(Owner owner, SubmissionId id, Version seen) {
    return withdraw.withdraw(new WithdrawSubmission.Command(owner, id, only(seen)));
  }

  private static AllowedVersions only(Version version) {
    return new AllowedVersions.OneOf(Set.of(version.value()));
  }

  private ReviewSubmission.Result review(SubmissionId id, AllowedVersions precondition) {
    return review.review(
        new ReviewSubmission.Command(RITA, id, Decision.ACCEPT, "Fine", precondition));
  }

  @Test
  void a_new_submission_is_in_its_first_version_and_kept_for_the_retention() {
    Submission.Received submission = received();
    assertThat(submission.record().version()).isEqualTo(Version.FIRST);
    assertThat(submission.record().receivedAt()).isEqualTo(MORNING);
    assertThat(submission.record().expiresAt()).isEqualTo(expiry(MORNING));
    assertThat(store.events()).hasOnlyElementsOfType(SubmissionEvent.Received.class).hasSize(1);
  }

  @Test
  void a_repeat_gets_the_first_answer_and_makes_no_second_event() {
    Submission.Received first = received();
    clock.advance(Duration.ofHours(1));
    assertThat(receive(ANN, "key", FINGERPRINT))
        .isEqualTo(new ReceiveSubmission.Result.Repeated(first));
    assertThat(store.events()).hasSize(1);
  }

  @Test
  void another_request_with_a_used_key_is_refused() {
    Submission.Received first = received();
    assertThat(receive(ANN, "key", OTHER_FINGERPRINT))
        .isEqualTo(new ReceiveSubmission.Result.KeyTaken());
    assertThat(receive(BOB, "key", OTHER_FINGERPRINT))
        .isInstanceOf(ReceiveSubmission.Result.Received.class);
    assertThat(store.find(ANN, first.record().id())).contains(first);
  }

  @Test
  void an_owner_reads_the_own_and_a_stranger_is_told_it_does_not_exist() {
    Submission.Received hers = received();
    SubmissionId id = hers.record().id();
    assertThat(read.read(new ReadSubmission.Command(ANN, id)))
        .isEqualTo(new ReadSubmission.Result.Found(hers));
    assertThat(read.read(new ReadSubmission.Command(BOB, id)))
        .isEqualTo(new ReadSubmission.Result.NotFound());
  }

  @Test
  void an_amended_submission_has_the_next_version_and_one_event() {
    SubmissionId id = received().record().id();
    clock.advance(Duration.ofMinutes(1));
    assertThat(amend(ANN, id, Version.FIRST))
        .isInstanceOfSatisfying(
            AmendSubmission.Result.Amended.class,
            amended -> {
              assertThat(amended.submission().record().version()).isEqualTo(new Version(2));
              assertThat(amended.submission().record().updatedAt())
                  .isEqualTo(MORNING.plusSeconds(60));
              assertThat(amended.submission().record().receivedAt()).isEqualTo(MORNING);
            });
    assertThat(store.events()).last().isInstanceOf(SubmissionEvent.Amended.class);
    assertThat(store.events())
        .extracting(SubmissionEvent::id)
        .containsExactly(id + ":1", id + ":2");
  }

  @Test
  void a_stranger_cannot_change_withdraw_or_learn_of_a_submission() {
    SubmissionId id = received().record().id();
    assertThat(amend(BOB, id, Version.FIRST)).isEqualTo(new AmendSubmission.Result.NotFound());
    assertThat(withdraw(BOB, id, Version.FIRST))
        .isEqualTo(new WithdrawSubmission.Result.NotFound());
    assertThat(store.events()).hasSize(1);
  }

  @Test
  void a_stale_version_changes_nothing() {
    SubmissionId id = received().record().id();
    Version later = new Version(2);
    assertThat(amend(ANN, id, later)).isEqualTo(new AmendSubmission.Result.PreconditionFailed());
    assertThat(withdraw(ANN, id, later))
        .isEqualTo(new WithdrawSubmission.Result.PreconditionFailed());
    assertThat(review(id, only(later))).isEqualTo(new ReviewSubmission.Result.PreconditionFailed());
    assertThat(store.events()).hasSize(1);
  }

  @Test
  void a_precondition_that_allows_no_version_refuses_what_exists_and_hides_what_does_not() {
    SubmissionId id = received().record().id();
    AllowedVersions none = new AllowedVersions.OneOf(Set.of());

    assertThat(amend.amend(new AmendSubmission.Command(ANN, id, NEW_TITLE, none)))
        .isEqualTo(new AmendSubmission.Result.PreconditionFailed());
    assertThat(amend.amend(new AmendSubmission.Command(BOB, id, NEW_TITLE, none)))
        .isEqualTo(new AmendSubmission.Result.NotFound());
    assertThat(withdraw.withdraw(new WithdrawSubmission.Command(BOB, id, none)))
        .isEqualTo(new WithdrawSubmission.Result.NotFound());
  }

  @Test
  void a_patch_reads_once_and_writes_once() {
    SubmissionId id = received().record().id();
    CountingStore counted = new CountingStore(store, () -> {});

    assertThat(
            new AmendSubmissionUseCase(counted, clock)
                .amend(new AmendSubmission.Command(ANN, id, NEW_TITLE, ANY)))
        .isInstanceOf(AmendSubmission.Result.Amended.class);
    assertThat(counted.reads()).hasValue(1);
    assertThat(counted.writes()).hasValue(1);
  }

  @Test
  void a_withdrawal_reads_once_and_writes_once() {
    SubmissionId id = received().record().id();
    CountingStore counted = new CountingStore(store, () -> {});

    assertThat(
            new WithdrawSubmissionUseCase(counted, clock)
                .withdraw(new WithdrawSubmission.Command(ANN, id, ANY)))
        .isInstanceOf(WithdrawSubmission.Result.Withdrawn.class);
    assertThat(counted.reads()).hasValue(1);
    assertThat(counted.writes()).hasValue(1);
  }

  @Test
  void a_change_between_read_and_write_is_a_conflict_whatever_the_precondition() {
    SubmissionId id = received().record().id();
    Runnable rival =
        () ->
            assertThat(amend.amend(new AmendSubmission.Command(ANN, id, NEW_TITLE, ANY)))
                .isInstanceOf(AmendSubmission.Result.Amended.class);
    CountingStore raced = new CountingStore(store, rival);

    assertThat(
            new AmendSubmissionUseCase(raced, clock)
                .amend(new AmendSubmission.Command(ANN, id, NEW_TITLE, ANY)))
        .isEqualTo(new AmendSubmission.Result.Conflict());
    assertThat(
            new WithdrawSubmissionUseCase(raced, clock)
                .withdraw(new WithdrawSubmission.Command(ANN, id, ANY)))
        .isEqualTo(new WithdrawSubmission.Result.Conflict());
    assertThat(
            new ReviewSubmissionUseCase(store, raced, clock)
                .review(new ReviewSubmission.Command(RITA, id, Decision.ACCEPT, "Fine", ANY)))
        .isEqualTo(new ReviewSubmission.Result.Conflict());
  }

  @Test
  void a_patch_that_brings_too_many_details_is_told_after_the_precondition() {
    SubmissionId id = received().record().id();
    Map<String, Optional<String>> many =
        IntStream.rangeClosed(1, Content.DETAILS_MAX)
            .boxed()
            .collect(Collectors.toMap(i -> "d" + i, i -> Optional.of("x")));
    ContentPatch patch =
        new ContentPatch(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ContentPatch.Details(false, many));

    assertThat(amend.amend(new AmendSubmission.Command(ANN, id, patch, ANY)))
        .isEqualTo(new AmendSubmission.Result.TooManyDetails());
    assertThat(amend.amend(new AmendSubmission.Command(ANN, id, patch, only(new Version(2)))))
        .isEqualTo(new AmendSubmission.Result.PreconditionFailed());
  }

  @Test
  void withdrawing_twice_is_one_event() {
    SubmissionId id = received().record().id();
    assertThat(withdraw(ANN, id, Version.FIRST))
        .isInstanceOf(WithdrawSubmission.Result.Withdrawn.class);
    assertThat(withdraw(ANN, id, new Version(2)))
        .isInstanceOf(WithdrawSubmission.Result.Withdrawn.class);
    assertThat(store.events()).hasSize(2);
    assertThat(read.read(new ReadSubmission.Command(ANN, id)))
        .isInstanceOfSatisfying(
            ReadSubmission.Result.Found.class,
            found -> assertThat(found.submission().status()).isEqualTo(Status.WITHDRAWN));
  }

  @Test
  void what_is_withdrawn_cannot_be_changed_or_reviewed() {
    SubmissionId id = received().record().id();
    assertThat(withdraw(ANN, id, Version.FIRST))
        .isInstanceOf(WithdrawSubmission.Result.Withdrawn.class);
    assertThat(amend(ANN, id, new Version(2))).isEqualTo(new AmendSubmission.Result.Closed());
    assertThat(review(id, ANY)).isEqualTo(new ReviewSubmission.Result.Closed());
  }

  @Test
  void a_reviewer_decides_once_and_leaves_nothing_to_change() {
    SubmissionId id = received().record().id();
    assertThat(review(id, only(Version.FIRST)))
        .isInstanceOfSatisfying(
            ReviewSubmission.Result.Reviewed.class,
            reviewed -> assertThat(reviewed.submission().status()).isEqualTo(Status.ACCEPTED));
    assertThat(review(id, ANY)).isEqualTo(new ReviewSubmission.Result.Closed());
    assertThat(amend(ANN, id, new Version(2))).isEqualTo(new AmendSubmission.Result.Closed());
    assertThat(withdraw(ANN, id, new Version(2))).isEqualTo(new WithdrawSubmission.Result.Closed());
    assertThat(store.events()).last().isInstanceOf(SubmissionEvent.Reviewed.class);
  }

  @Test
  void an_unknown_submission_cannot_be_reviewed() {
    assertThat(review(IDS.of(ANN, new IdempotencyKey("unknown")), ANY))
        .isEqualTo(new ReviewSubmission.Result.NotFound());
  }

  @Test
  void owners_list_their_own_and_reviewers_list_all() {
    Submission.Received hers = received();
    assertThat(receive(BOB, "key", FINGERPRINT))
        .isInstanceOf(ReceiveSubmission.Result.Received.class);
    Page own =
        new ListSubmissionsUseCase(store)
            .list(
                new ListSubmissions.Command(
                    ANN, Optional.empty(), Optional.empty(), PageSize.DEFAULT));
    Page queue =
        new ListReviewQueueUseCase(store)
            .list(new ListReviewQueue.Command(Status.RECEIVED, Optional.empty(), PageSize.DEFAULT));
    assertThat(own.submissions()).containsExactly(hers);
    assertThat(queue.submissions()).hasSize(2);
  }
}
