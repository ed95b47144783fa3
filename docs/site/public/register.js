navigator.serviceWorker?.register(new URL('worker.js', import.meta.url));
