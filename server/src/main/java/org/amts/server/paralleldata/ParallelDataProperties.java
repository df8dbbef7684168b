package org.amts.server.paralleldata;

import java.time.Instant;
import java.util.List;
import org.amts.server.protocol.EncryptionKey;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told of parallel data; the components are the members of the service's shape.
 *
 * @param name its name
 * @param arn its name as of AWS
 * @param description for people
 * @param status where it is in its life
 * @param sourceLanguageCode of the version in use
 * @param targetLanguageCodes of the version in use
 * @param parallelDataConfig what was imported, or will be
 * @param message why an import failed
 * @param importedDataSize characters of the pairs, in Unicode code points
 * @param importedRecordCount pairs that were taken
 * @param failedRecordCount records that break the rules of the format
 * @param skippedRecordCount records that were left out
 * @param encryptionKey as the client gave it
 * @param createdAt when it was asked for
 * @param lastUpdatedAt when it changed
 * @param latestUpdateAttemptStatus how the latest update is going
 * @param latestUpdateAttemptAt when that was asked for
 */
record ParallelDataProperties(
    String name,
    String arn,
    @Nullable String description,
    ParallelDataStatus status,
    @Nullable String sourceLanguageCode,
    @Nullable List<String> targetLanguageCodes,
    ParallelDataConfig parallelDataConfig,
    @Nullable String message,
    @Nullable Long importedDataSize,
    @Nullable Long importedRecordCount,
    @Nullable Long failedRecordCount,
    @Nullable Long skippedRecordCount,
    @Nullable EncryptionKey encryptionKey,
    Instant createdAt,
    Instant lastUpdatedAt,
    @Nullable ParallelDataStatus latestUpdateAttemptStatus,
    @Nullable Instant latestUpdateAttemptAt) {}
