package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.in.ListReviewQueue;
import dev.rampart.domain.port.in.ListSubmissions;
import dev.rampart.domain.port.in.ReadSubmission;
import dev.rampart.domain.port.in.ReceiveSubmission;
import dev.rampart.domain.port.in.ReviewSubmission;
import dev.rampart.domain.port.in.WithdrawSubmission;

/** What the endpoints ask of the domain. */
public record SubmissionUseCases(
    ReceiveSubmission create,
    ReadSubmission read,
    ListSubmissions list,
    AmendSubmission amend,
    WithdrawSubmission withdraw,
    ReviewSubmission review,
    ListReviewQueue reviewQueue) {}
