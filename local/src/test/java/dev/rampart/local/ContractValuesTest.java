package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.FindingState;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.tuning.TriedThreshold;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed lists of the contract are the wire names of the code. */
final class ContractValuesTest {
  private static final Contract CONTRACT = Contract.read();

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("Block/properties/state", names(BlockState.values(), BlockState::wireName)),
        Arguments.of("Block/properties/end", ends()),
        Arguments.of(
            "BlockPage/properties/mode", names(BlockingMode.values(), BlockingMode::wireName)),
        Arguments.of("Threat/properties/response", responses()),
        Arguments.of(
            "Threat/properties/responseReason",
            names(ProposalReason.values(), ProposalReason::wireName)),
        Arguments.of("ThreatState", names(FindingState.values(), FindingState::wireName)),
        Arguments.of("VerdictName", names(FindingVerdict.values(), FindingVerdict::wireName)),
        Arguments.of("Severity", names(Severity.values(), Severity::wireName)),
        Arguments.of("Detector", names(DetectorKind.values(), DetectorKind::name)),
        Arguments.of("DetectionPoint", names(DetectionPoint.values(), DetectionPoint::name)),
        Arguments.of("Scope", names(SubjectKind.values(), SubjectKind::wireName)),
        Arguments.of("Gate", names(Gate.values(), Gate::wireName)),
        Arguments.of(
            "Trace/properties/outcome", names(RequestOutcome.values(), RequestOutcome::wireName)),
        Arguments.of(
            "GateEntry/properties/outcome",
            names(RequestOutcome.values(), RequestOutcome::wireName)),
        Arguments.of("Status", names(Status.values(), Status::wireName)),
        Arguments.of("Category", names(Category.values(), Category::wireName)));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_closed_list_of_the_contract_has_the_names_that_the_code_writes(
      String schema, Set<String> names) {
    JsonNode list = CONTRACT.document().at("/components/schemas/" + schema).path("enum");
    assertThat(list.isMissingNode()).isFalse();
    assertThat(Contract.texts(list)).isEqualTo(names);
  }

  @Test
  void every_detector_can_be_tried_with_the_values_that_the_code_takes() {
    JsonNode schemas = CONTRACT.document().at("/components/schemas");
    JsonNode tried = schemas.at("/WhatIf/properties/thresholds/properties");
    assertThat(tried.propertyStream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(
            Arrays.stream(DetectorKind.values()).map(DetectorKind::name).toList());
    assertThat(schemas.at("/TriedThreshold/minimum").asDouble())
        .isEqualTo(TriedThreshold.VALUE_MIN);
    assertThat(schemas.at("/TriedThreshold/maximum").asDouble())
        .isEqualTo(TriedThreshold.VALUE_MAX);
  }

  private static <T> Set<String> names(T[] constants, Function<T, String> wireName) {
    return Arrays.stream(constants).map(wireName).collect(Collectors.toSet());
  }

  /** The other two are said of blocks that are still in force. */
  private static Set<String> ends() {
    return names(
        new BlockEnd[] {BlockEnd.EXPIRED, BlockEnd.UNDONE, BlockEnd.PROTECTED}, BlockEnd::wireName);
  }

  private static Set<String> responses() {
    return Stream.of(
            new Response.NoResponse(),
            new Response.Proposed(ProposalReason.LATE),
            new Response.Blocked(Instant.EPOCH))
        .map(Response::wireName)
        .collect(Collectors.toSet());
  }
}
