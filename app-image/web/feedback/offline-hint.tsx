import { useOnline } from '../navigation/use-online';

export function OfflineHint() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          You are offline. Pages that you have opened still work; others load when you are online again.
        </p>
      )}
    </div>
  );
}
