package file

import (
	"context"
	"io"
	"sync"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/fileblob" // a folder: file:///…
	_ "gocloud.dev/blob/s3blob"   // an object store: s3://…
	"gocloud.dev/gcerrors"
)

// Blobs is where contents are kept: a folder by default, an S3 bucket by setting. It is opened at its first use.
type Blobs struct {
	url    string
	mu     sync.Mutex
	opened *blob.Bucket
}

// NewBlobs names the place by its URL: file:///folder?create_dir=true or s3://bucket?region=….
func NewBlobs(url string) *Blobs { return &Blobs{url: url} }

func (b *Blobs) bucket(ctx context.Context) (*blob.Bucket, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.opened == nil {
		bucket, err := blob.OpenBucket(context.WithoutCancel(ctx), b.url)
		if err != nil {
			return nil, err
		}
		b.opened = bucket
	}
	return b.opened, nil
}

func (b *Blobs) write(ctx context.Context, key, mediaType string, content io.Reader) error {
	bucket, err := b.bucket(ctx)
	if err != nil {
		return err
	}
	return bucket.Upload(ctx, key, content, &blob.WriterOptions{ContentType: mediaType})
}

func (b *Blobs) read(ctx context.Context, key string) (io.ReadSeekCloser, error) {
	bucket, err := b.bucket(ctx)
	if err != nil {
		return nil, err
	}
	return bucket.NewReader(ctx, key, nil)
}

func (b *Blobs) remove(ctx context.Context, key string) error {
	bucket, err := b.bucket(ctx)
	if err != nil {
		return err
	}
	if err := bucket.Delete(ctx, key); gcerrors.Code(err) != gcerrors.NotFound {
		return err
	}
	return nil
}

// Close lets the place go.
func (b *Blobs) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.opened == nil {
		return nil
	}
	bucket := b.opened
	b.opened = nil
	return bucket.Close()
}
