# The steps of a book's maintainer, with the command line of AWS, which is the first argument.
set -eu
aws=$1
translate() { "$aws" --endpoint-url "$TRANSLATE" --output text translate "$@"; }
s3() { "$aws" --endpoint-url "$S3" s3 "$@"; }

echo "real time: $(translate translate-text --text Hello. --source-language-code en --target-language-code es --query TranslatedText)"
translate translate-text --text Hello. --source-language-code en --target-language-code fr || true

s3 mb s3://books
printf 'en,es\nSee you soon.,Hasta pronto.\n' >pairs.csv
printf 'See you soon.\n' >a.txt
s3 cp pairs.csv s3://books/pairs.csv
s3 cp a.txt s3://books/in/a.txt
translate create-parallel-data --name pairs --parallel-data-config S3Uri=s3://books/pairs.csv,Format=CSV
while [ "$(translate get-parallel-data --name pairs --query ParallelDataProperties.Status)" = CREATING ]; do
  sleep 0.2
done

job() {
  id=$(translate start-text-translation-job --query JobId \
    --input-data-config S3Uri=s3://books/in/,ContentType=text/plain --output-data-config S3Uri=s3://books/out/ \
    --data-access-role-arn arn:aws:iam::123456789012:role/translate \
    --source-language-code en --target-language-codes es "$@")
  while [ "$(translate describe-text-translation-job --job-id "$id" --query TextTranslationJobProperties.JobStatus)" != COMPLETED ]; do
    sleep 0.2
  done
  s3 cp "$(translate describe-text-translation-job --job-id "$id" --query TextTranslationJobProperties.OutputDataConfig.S3Uri)es.a.txt" -
}

echo "plain: $(job)"
echo "adapted: $(job --parallel-data-names pairs)"
