package dev.rampart.local.host.stream;

import dev.rampart.local.supervision.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * How a stream mapping is doing.
 *
 * @param shards how many shards it reads
 * @param recordsBehind how many records the function has not seen or not taken yet; counted up to
 *     {@value Backlog#RECORDS_MAX}, and empty if the stream cannot be read
 * @param age how old the oldest of those records is; empty if there is none
 * @param retries how often the records that are next have failed
 * @param fault what is wrong with the reading, or with giving records up; empty if nothing is
 */
public record StreamHealth(
    String functionArn,
    String streamArn,
    int shards,
    Optional<Long> recordsBehind,
    Optional<Duration> age,
    int retries,
    Optional<Fault> fault) {}
