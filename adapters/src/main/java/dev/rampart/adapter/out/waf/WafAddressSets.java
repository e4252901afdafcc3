package dev.rampart.adapter.out.waf;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.GetIpSetResponse;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.UpdateIpSetRequest;
import software.amazon.awssdk.services.wafv2.model.WafOptimisticLockException;

/**
 * The two IP sets in AWS WAF. Its client has to be one that repeats nothing: a call that the SDK
 * makes again is a second change of the set. A replacement that failed is logged with its reason:
 * to the use case it is one more change that waits.
 */
public final class WafAddressSets implements AddressSets {
  private static final String NO_ANSWER = "no answer";

  private final Wafv2Client client;
  private final Map<IpVersion, IpSetName> names;
  private final Logger log;

  /** Reads and replaces two sets. */
  public WafAddressSets(Wafv2Client client, IpSetName version4, IpSetName version6) {
    this(client, version4, version6, LoggerFactory.getLogger(WafAddressSets.class));
  }

  WafAddressSets(Wafv2Client client, IpSetName version4, IpSetName version6, Logger log) {
    this.client = client;
    this.log = log;
    this.names = Map.of(IpVersion.V4, version4, IpVersion.V6, version6);
  }

  @Override
  public AddressSet read(IpVersion version) {
    IpSetName name = name(version);
    GetIpSetResponse answer =
        call(
            "GetIPSet",
            () ->
                client.getIPSet(
                    request -> request.scope(Scope.REGIONAL).name(name.name()).id(name.id())));
    return new AddressSet(
        answer.ipSet().addresses().stream()
            .map(SourceRange::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        answer.lockToken());
  }

  @Override
  public Replacement replace(IpVersion version, AddressSet read, Set<SourceRange> entries) {
    IpSetName name = name(version);
    UpdateIpSetRequest request =
        UpdateIpSetRequest.builder()
            .scope(Scope.REGIONAL)
            .name(name.name())
            .id(name.id())
            .lockToken(read.lockToken())
            .addresses(entries.stream().sorted().map(SourceRange::text).toList())
            .build();
    return call("UpdateIPSet", () -> update(request));
  }

  private Replacement update(UpdateIpSetRequest request) {
    try {
      var _ = client.updateIPSet(request);
      return Replacement.REPLACED;
    } catch (WafOptimisticLockException e) {
      warn(request, code(e));
      return Replacement.LOCK_LOST;
    } catch (AwsServiceException e) {
      warn(request, code(e));
      if (e.isThrottlingException()) {
        return Replacement.THROTTLED;
      }
      throw e;
    } catch (SdkException e) {
      warn(request, NO_ANSWER);
      throw e;
    }
  }

  private void warn(UpdateIpSetRequest request, String reason) {
    log.warn("UpdateIPSet", entry("set", request.name()), entry("reason", reason));
  }

  private IpSetName name(IpVersion version) {
    return Optional.ofNullable(names.get(version)).orElseThrow();
  }

  private static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new PortUnavailable(operation + ": " + code(e), e);
    } catch (SdkException e) {
      throw new PortUnavailable(operation + ": " + NO_ANSWER, e);
    }
  }

  private static String code(AwsServiceException fault) {
    return Optional.ofNullable(fault.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "status " + fault.statusCode());
  }
}
