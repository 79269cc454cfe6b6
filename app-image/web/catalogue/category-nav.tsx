import { Link } from 'wouter';
import { categoryAddress, pages } from '../navigation/addresses';
import { useCategories } from './use-categories';

export function CategoryNav({ selected }: { selected: string | undefined }) {
  const { data: categories = [] } = useCategories();
  const all = categories.reduce((sum, { products }) => sum + products, 0);
  return (
    <nav className="categories" aria-label="Categories">
      <ul>
        <li>
          <CategoryLink to={pages.catalogue} name="All products" products={all} current={!selected} />
        </li>
        {categories.map(({ slug, name, products }) => (
          <li key={slug}>
            <CategoryLink
              to={categoryAddress(slug)}
              name={name}
              products={products}
              current={slug === selected}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface CategoryLinkProps {
  to: string;
  name: string;
  products: number;
  current: boolean;
}

function CategoryLink({ to, name, products, current }: CategoryLinkProps) {
  return (
    <Link className="category" href={to} aria-current={current ? 'page' : undefined}>
      {name}
      {products > 0 && <span className="category-count">{products}</span>}
    </Link>
  );
}
