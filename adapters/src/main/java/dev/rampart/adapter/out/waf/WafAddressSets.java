package dev.rampart.adapter.out.waf;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
 * makes again is a second change of the set.
 */
public final class WafAddressSets implements AddressSets {
  private final Wafv2Client client;
  private final Map<IpVersion, IpSetName> names;

  /** Reads and replaces two sets. */
  public WafAddressSets(Wafv2Client client, IpSetName version4, IpSetName version6) {
    this.client = client;
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
    } catch (WafOptimisticLockException _) {
      return Replacement.LOCK_LOST;
    } catch (AwsServiceException e) {
      if (e.isThrottlingException()) {
        return Replacement.THROTTLED;
      }
      throw e;
    }
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
      throw new PortUnavailable(operation + ": no answer", e);
    }
  }

  private static String code(AwsServiceException fault) {
    return Optional.ofNullable(fault.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> "status " + fault.statusCode());
  }
}
