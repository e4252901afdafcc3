package dev.rampart.local.protocol;

/** What a service answers: a status, a media type and the bytes. */
public record AwsReply(int status, String contentType, byte[] body) {}
