const fewLeft = 5;

/** Sold out, nearly sold out, or in stock. Shows the number only when it is small. */
export function StockNote({ stock }: { stock: number }) {
  if (stock === 0) return <p className="stock stock-out">Sold out</p>;
  if (stock <= fewLeft) return <p className="stock stock-low">Only {stock} left</p>;
  return <p className="stock">In stock</p>;
}
