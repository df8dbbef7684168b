package org.amts.server.terminology;

import java.time.Instant;
import java.util.List;
import org.amts.corpus.ParallelDataFormat;
import org.amts.corpus.TermTable.Directionality;
import org.amts.server.protocol.EncryptionKey;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told of a terminology; the components are the members of the service's shape.
 *
 * @param name its name
 * @param description for people
 * @param arn its name as of AWS
 * @param sourceLanguageCode language of the first column
 * @param targetLanguageCodes languages of the others
 * @param encryptionKey as the client gave it
 * @param sizeBytes of the imported file
 * @param termCount how many records were taken
 * @param createdAt when the first import was
 * @param lastUpdatedAt when the latest import was
 * @param directionality between which columns the terms are used
 * @param message what was wrong with the file
 * @param skippedTermCount how many records were left out
 * @param format of the file
 */
public record TerminologyProperties(
    String name,
    @Nullable String description,
    String arn,
    String sourceLanguageCode,
    List<String> targetLanguageCodes,
    @Nullable EncryptionKey encryptionKey,
    int sizeBytes,
    int termCount,
    Instant createdAt,
    Instant lastUpdatedAt,
    Directionality directionality,
    @Nullable String message,
    int skippedTermCount,
    ParallelDataFormat format) {}
